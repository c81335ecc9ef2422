import type { Correction } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { visibleTo } from '../../requests/access.ts'
import { personColumn } from '../../requests/queries/columns.ts'
import type { Standing } from '../../requests/rules.ts'
import { canOf } from '../rules.ts'

type Row = { correction: Omit<Correction, 'can'>; request: Standing; proposedById: string }

/** Corrections by a condition on `c` and `r`, as far as the reader sees their requests, with what they may do. */
export async function readCorrections(
  tx: Tx,
  actor: Actor,
  which: RawBuilder<SqlBool>,
  order: RawBuilder<unknown>,
): Promise<Correction[]> {
  const rows = await send<Row>(
    tx,
    sql`
      select json_build_object('id', c.id, 'requestId', r.id, 'referenceNumber', r.reference_number,
          'summary', r.summary, 'state', c.state, 'reason', c.reason, 'changes', c.changes,
          'proposedBy', ${personColumn('proposer')}, 'proposedAt', c.proposed_at,
          'decidedBy', case when decider.id is not null then ${personColumn('decider')} end,
          'decidedAt', c.decided_at, 'refusal', c.refusal) as correction,
        c.proposed_by_id as "proposedById",
        json_build_object('serviceDeskId', r.service_desk_id, 'requesterId', r.requester_id,
          'createdById', r.created_by_id, 'isConfidential', r.is_confidential) as request
      from app.corrections c
      join app.requests r on r.company_id = c.company_id and r.id = c.request_id
      join app.people proposer on proposer.company_id = c.company_id and proposer.id = c.proposed_by_id
      left join app.people decider on decider.company_id = c.company_id and decider.id = c.decided_by_id
      where c.company_id = ${actor.companyId} and r.deleted_at is null and ${visibleTo(actor, 'r')} and ${which}
      order by ${order} limit 100`,
  )
  return rows.map(({ correction, request, proposedById }) => ({
    ...correction,
    can: canOf(actor, request, { state: correction.state, proposedById }),
  }))
}
