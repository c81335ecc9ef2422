import type { OperationResult } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about } from '../access.ts'

type Counts = { total: number; changed: number; unchanged: number; refused: number }

/** Writes down how some subjects fared, and tells whoever waits: that it goes on, or that it has ended. */
export async function keepResults(
  tx: Tx,
  record: RecordEvent,
  operation: { id: string; kind: string; summary: string; startedById: string | null },
  results: readonly OperationResult[],
  { isLast }: { isLast: boolean },
): Promise<void> {
  const [counts] = await tx.query<Counts>(keep, [
    tx.whose.companyId,
    operation.id,
    JSON.stringify(results.map((result) => ({ ...result, state: result.outcome.toUpperCase() }))),
    isLast ? clock.now() : null,
  ])
  if (!counts) throw new Error(`There is no operation ${operation.id}.`)
  const { kind, summary } = operation
  if (isLast) record('operation.ended', about(operation), { kind, summary, ...counts })
  else record('operation.progressed', about(operation), counts)
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
    refused = refused + (select count(*) from results where state = 'REFUSED'),
    state = case when $4::timestamptz is null then state else 'DONE' end, ended_at = $4
  where o.company_id = $1 and o.id = $2
  returning total, changed, unchanged, refused`
