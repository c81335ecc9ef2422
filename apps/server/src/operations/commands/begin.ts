import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { type RecordEvent, recordWithin } from '../../platform/log/record.ts'

export type Deed = {
  /** `requests.merge`, `rules.run` … */
  kind: string
  /** "Merged IT-4921 into IT-4907" */
  summary: string
  /** How many subjects it changes. */
  changed: number
  /** Where its events have it already. */
  id?: string
}

/**
 * Groups what this transaction records as one operation, which `POST /undo/:operationId` can undo. Record by the
 * `record` of the answer. Nobody (`null`) is Deskhand itself: what a rule did is for who leads the desk to undo.
 */
export async function beginOperation(
  { tx, actor, record }: { tx: Tx; actor: Actor | null; record: RecordEvent },
  { kind, summary, changed, id = newId() }: Deed,
): Promise<{ id: string; record: RecordEvent }> {
  await tx.run(
    `insert into app.operations (company_id, id, kind, summary, state, total, changed, started_by_id,
       started_by_name, started_at, ended_at)
     values ($1, $2, $3, $4, 'DONE', $5, $5, $6, $7, $8, $8)`,
    [
      tx.whose.companyId,
      id,
      kind,
      summary,
      changed,
      actor?.id ?? null,
      actor?.name ?? 'Deskhand',
      clock.now(),
    ],
  )
  return { id, record: recordWithin(record, { operationId: id }) }
}
