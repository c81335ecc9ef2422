import type { Operation, OperationResult } from '@deskhand/contract'
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { leads } from '../access.ts'

export type Placed = OperationResult & { position: number }

type Which = { outcome?: OperationResult['outcome'] | undefined; after?: number; limit: number }

/** How the subjects fared, in their order. Who did not begin it sees those of the desks they lead. */
export function readResults(
  tx: Tx,
  actor: Actor,
  { id, startedById }: Operation,
  { outcome, after = -1, limit }: Which,
): Promise<Placed[]> {
  return send<Placed>(
    tx,
    sql`select e.position, e.subject_type as "subjectType", e.subject_id as "subjectId",
        e.subject_ref as "subjectRef", lower(e.state) as outcome, e.status, e.code, e.detail, e.allowed, e.changes
      from app.operation_items e
      where e.company_id = ${actor.companyId} and e.operation_id = ${id} and e.position > ${after}
        and ${startedById === actor.id ? sql`true` : leads(actor)}
        and ${outcome ? sql`e.state = ${outcome.toUpperCase()}` : sql`true`}
      order by e.position limit ${limit}`,
  )
}
