import { type OperationResult, operationLimit } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { BatchWork } from '../../platform/jobs/batch.ts'
import { Stop } from '../../platform/stop.ts'
import { about } from '../access.ts'
import { words } from '../words.ts'
import { keepResults } from './keepResults.ts'
import { type Item, runItems } from './runItems.ts'

/** So many are done while the caller waits, in their own transaction; more run on as a job. */
export const atOnce = 20

export type BatchDeed = {
  kind: string
  summary: string
  /** What the batch of this kind needs to know; goes into the database as JSON. */
  payload: unknown
  items: readonly Item[]
  undoesId?: string
}

export type Begun = { operationId: string; state: 'RUNNING' | 'DONE'; results: OperationResult[] }

/** Begins to do something to many subjects in somebody's name: few at once, many as a job with progress. */
export async function beginBatch(
  work: BatchWork,
  { kind, summary, payload, items, undoesId }: BatchDeed,
): Promise<Begun> {
  const { tx, actor, record, platform } = work
  const batch = platform.batches.get(kind)
  if (!batch) throw new Error(`No slice runs operations of the kind ${kind}.`)
  if (items.length > operationLimit) throw new Stop('rule', words.tooMany(operationLimit))
  const id = newId()
  const rows = items.map((item, position) => ({ ...item, position }))
  await tx.run(insert, [
    tx.whose.companyId,
    id,
    kind,
    summary,
    JSON.stringify(payload),
    actor.id,
    actor.name,
    clock.now(),
    undoesId ?? null,
    JSON.stringify(rows),
  ])
  const operation = { id, kind, summary, startedById: actor.id, total: items.length }
  if (items.length > atOnce) {
    record('operation.begun', about(operation), { kind, summary, total: items.length })
    return { operationId: id, state: 'RUNNING', results: [] }
  }
  const results = await runItems(work, { id, batch, payload }, items)
  await keepResults(tx, record, operation, results)
  return { operationId: id, state: 'DONE', results }
}

const insert = `
  with items as (
    select * from jsonb_to_recordset($10::jsonb) as i(position int, "subjectType" text, "subjectId" uuid,
      "subjectRef" text, "deskId" uuid)),
  begun as (
    insert into app.operations (company_id, id, kind, summary, payload, total, started_by_id, started_by_name,
      started_at, undoes_id)
    select $1, $2, $3, $4, $5::jsonb, (select count(*) from items), $6, $7, $8, $9)
  insert into app.operation_items (company_id, operation_id, position, subject_type, subject_id, subject_ref, desk_id)
  select $1, $2, position, "subjectType", "subjectId", "subjectRef", "deskId" from items`
