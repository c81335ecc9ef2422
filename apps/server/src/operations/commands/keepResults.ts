import type { OperationResult } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about } from '../access.ts'

type Counts = { total: number; changed: number; unchanged: number; refused: number }

/** Writes down how some subjects fared, and tells whoever waits: that it goes on, or that it has ended. Answers whether it has. */
export async function keepResults(
  tx: Tx,
  record: RecordEvent,
  operation: { id: string; kind: string; summary: string; startedById: string | null },
  results: readonly OperationResult[],
): Promise<boolean> {
  const [counts] = await tx.query<Counts>(keep, [
    tx.whose.companyId,
    operation.id,
    JSON.stringify(results.map((result) => ({ ...result, state: result.outcome.toUpperCase() }))),
  ])
  if (!counts) throw new Error(`There is no operation ${operation.id}.`)
  const ended = await tx.query(close, [tx.whose.companyId, operation.id, clock.now()])
  const isOver = ended.length > 0
  const { kind, summary } = operation
  if (isOver) record('operation.ended', about(operation), { kind, summary, ...counts })
  else record('operation.progressed', about(operation), counts)
  return isOver
}

const keep = `
  with results as (
    select * from jsonb_to_recordset($3::jsonb) as r("subjectId" uuid, state text, status int, code text, detail text,
      allowed text[], changes jsonb)),
  kept as (
    update app.operation_items i set state = r.state, status = r.status, code = r.code, detail = r.detail,
      allowed = r.allowed, changes = r.changes
    from results r where i.company_id = $1 and i.operation_id = $2 and i.subject_id = r."subjectId")
  update app.operations o set
    changed = changed + (select count(*) from results where state = 'CHANGED'),
    unchanged = unchanged + (select count(*) from results where state = 'UNCHANGED'),
    refused = refused + (select count(*) from results where state = 'REFUSED')
  where o.company_id = $1 and o.id = $2
  returning total, changed, unchanged, refused`

// A statement of its own: whoever waited above for another part's counts sees here what that part has done.
const close = `
  update app.operations o set state = 'DONE', ended_at = $3
  where o.company_id = $1 and o.id = $2 and o.state = 'RUNNING' and not exists (
    select from app.operation_items i
    where i.company_id = o.company_id and i.operation_id = o.id and i.state = 'PENDING')
  returning o.id`
