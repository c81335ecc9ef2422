import type { Notification, RequestStatus } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import { kindsFor } from '../../alerts/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { visibleTo } from '../../requests/access.ts'
import { worksOn } from '../../requests/queries/columns.ts'
import type { Because, Kind } from '../rules.ts'
import { type LoanNews, words } from '../words.ts'

export type NotificationRow = z.output<typeof Notification>

type Row = Omit<NotificationRow, 'title' | 'because'> & {
  because: Because
  kind: Kind
  actorName: string | null
  referenceNumber: string | null
  requesterName: string | null
  deskName: string | null
  own: string | null
  data: {
    from?: RequestStatus
    to?: RequestStatus | 'CLOSED' | 'CANCELLED'
    resolutionCode?: string
    decision?: string
    isLate?: boolean
    /** Whoever asked did it themselves. */
    isOwn?: boolean
    incident?: string
    isOver?: boolean
    plan?: string
    webhook?: string
    alerts?: { label: string; count: number }
    loan?: { what: LoanNews; thing: string; who: string }
    thing?: string
    /** So many more of their things are meant. */
    more?: number
    isStolen?: boolean
    desk?: string
  }
}

/**
 * The notifications \`n\` of this person whose request \`r\` they may still see; of notes, where they still work on
 * it. What is hidden by now is neither listed nor counted. News about an incident is about no request, nor is a
 * plan that stopped, which is for who leads its desk, nor a webhook or a drift of stock, which are for admins, nor
 * alerts, which are for who may see their kind, nor what is lent. A thing is
 * seen by whom row-level security shows it.
 */
export const mine = (actor: Actor): RawBuilder<unknown> => sql`
  app.notifications n left join app.requests r on r.company_id = n.company_id and r.id = n.request_id
    and r.deleted_at is null and ${visibleTo(actor, 'r')} and ((n.kind not in ('request_noted', 'request_escalated', 'correction_proposed') and not n.data ? 'isInternal') or ${worksOn(actor)})
  where n.company_id = ${actor.companyId} and n.person_id = ${actor.id}
    and (r.id is not null or n.incident_id is not null or exists (
      select from app.request_plans l where l.company_id = n.company_id and l.id = n.plan_id and l.deleted_at is null
        and (${actor.isAdmin} or l.service_desk_id = any (${ledBy(actor)}::uuid[])))
      or ((n.webhook_id is not null or n.kind = 'stock_drifted') and ${actor.isAdmin})
      or n.alert_kind = any (${kindsFor(actor)}::text[])
      or exists (select from app.asset_reservations v where v.company_id = n.company_id and v.id = n.reservation_id)
      or exists (select from app.assets s where s.company_id = n.company_id and s.id = n.asset_id and s.deleted_at is null))`

const ledBy = ({ desks }: Actor) => [...desks].flatMap(([id, role]) => (role === 'SUPERVISOR' ? [id] : []))

const columns = sql`n.id, n.kind, n.because, n.body, n.data, n.actor_name as "actorName", n.request_id as "requestId",
  to_json(n.read_at) #>> '{}' as "readAt", to_json(n.created_at) #>> '{}' as "createdAt",
  r.reference_number as "referenceNumber", r.summary,
  (select s.asset_tag from app.assets s where s.company_id = n.company_id and s.id = n.asset_id) as "assetTag",
  (select t.state_words ->> (n.data ->> 'to') from app.request_types t
    where t.company_id = r.company_id and t.id = r.request_type_id) as own,
  (select p.name from app.people p where p.company_id = r.company_id and p.id = r.requester_id) as "requesterName",
  (select d.name from app.desks d where d.company_id = r.company_id and d.id = r.service_desk_id) as "deskName"`

/** The newest first, with their sentences. */
export async function readNotifications(
  tx: Tx,
  actor: Actor,
  which: RawBuilder<SqlBool>,
  most: number,
): Promise<NotificationRow[]> {
  const rows = await send<Row>(
    tx,
    sql`select ${columns} from ${mine(actor)} and ${which} order by n.created_at desc, n.id desc limit ${most}`,
  )
  return rows.map(({ because, actorName, requesterName, deskName, own, data, ...row }) => ({
    ...row,
    title: words.title({ ...data, own, kind: row.kind, because, actorName, ref: row.referenceNumber ?? '' }),
    because: words.because(because, {
      requesterName: requesterName ?? '',
      deskName: deskName ?? data.desk ?? '',
    }),
  }))
}
