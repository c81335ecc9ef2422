import type { ChatSession } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { visibleTo } from '../../requests/access.ts'
import { personColumn, worksOn } from '../../requests/queries/columns.ts'
import { expectedWait } from '../rules.ts'
import { onlineAt } from './online.ts'

type Row = Omit<ChatSession, 'place' | 'expectedWaitMinutes'> & {
  ahead: number | null
  typicalSeconds: number | null
}

/** Chats `s` on requests `r` that this person may see, with their places in the queues of their desks. */
export async function readSessions(
  { tx, actor, platform }: { tx: Tx; actor: Actor; platform: Platform },
  which: RawBuilder<SqlBool>,
  most = 100,
): Promise<ChatSession[]> {
  const rows = await send<Row>(
    tx,
    sql`
      select s.id, s.request_id as "requestId", r.reference_number as "referenceNumber", r.summary,
        s.service_desk_id as "serviceDeskId", d.code as "deskCode", s.state, ${personColumn('asker')} as requester,
        case when worker.id is not null then ${personColumn('worker')} end as technician,
        team.name as "teamName", to_json(s.started_at) #>> '{}' as "startedAt",
        to_json(s.accepted_at) #>> '{}' as "acceptedAt", to_json(s.ended_at) #>> '{}' as "endedAt",
        queue.ahead, queue.typical_seconds as "typicalSeconds",
        (select count(*)::int from app.request_activities c
          left join app.request_reads seen on seen.company_id = c.company_id and seen.person_id = ${actor.id}
            and seen.request_id = c.request_id
          where c.company_id = r.company_id and c.request_id = r.id and c.author_id is distinct from ${actor.id}
            and c.activity_type = 'COMMENT' and (seen.read_at is null or c.created_at > seen.read_at)
            and (not c.is_internal or ${worksOn(actor)})) as unread
      from app.chat_sessions s
      join app.requests r on r.company_id = s.company_id and r.id = s.request_id and r.deleted_at is null
      join app.desks d on d.company_id = s.company_id and d.id = s.service_desk_id
      join app.people asker on asker.company_id = r.company_id and asker.id = r.requester_id
      left join app.people worker on worker.company_id = s.company_id and worker.id = s.technician_id
      left join app.teams team on team.company_id = s.company_id and team.id = s.team_id
      left join lateral app_priv.chat_queue(s.service_desk_id, s.waiting_since, s.id) queue on s.state = 'WAITING'
      where s.company_id = ${actor.companyId} and ${visibleTo(actor, 'r')} and ${which}
      order by s.state = 'WAITING' desc, s.waiting_since, s.id limit ${most}`,
  )
  const online = await onlineAt(
    { tx, actor, platform },
    rows.flatMap(({ state, serviceDeskId }) => (state === 'WAITING' ? [serviceDeskId] : [])),
  )
  return rows.map(({ ahead, typicalSeconds, ...session }) => {
    if (session.state !== 'WAITING' || ahead === null)
      return { ...session, place: null, expectedWaitMinutes: null }
    const place = ahead + 1
    const count = online.get(session.serviceDeskId)?.online ?? 0
    return { ...session, place, expectedWaitMinutes: expectedWait(place, count, typicalSeconds) }
  })
}
