import { operations } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import type { Batch } from '../../platform/jobs/batch.ts'
import { Stop } from '../../platform/stop.ts'
import { loadOperation, whyNotUndo } from '../access.ts'
import { findConflicts } from '../queries/conflicts.ts'
import { findFinal } from '../queries/findFinal.ts'
import { words } from '../words.ts'
import { beginBatch } from './beginBatch.ts'
import { compensate } from './compensate.ts'
import type { Item } from './runItems.ts'

type Payload = { operationId: string; isDoer: boolean }

/** Undoes an operation by compensating events: whole, or, if so asked, as far as nothing stands in the way. */
export const undo = handle(operations.undo, async (inside) => {
  const { tx, actor, params, body } = inside
  const operation = await loadOperation(tx, actor, params.operationId, { lock: true })
  const refusal = whyNotUndo(operation)
  if (refusal) throw new Stop('state', refusal)
  const whole = inside.platform.batches.get(operation.kind)?.undoWhole
  if (whole) return { ...(await whole(inside, operation, body.rest)), state: 'RUNNING' as const, results: [] }
  const items = await tx.query<Item>(findSubjects, [actor.companyId, operation.id])
  if (items.length === 0) throw new Stop('state', words.nothingToUndo)
  const final = await findFinal(tx, inside.platform, operation.id)
  const [first] = final
  if (first && final.length === items.length)
    throw new Stop('state', first.message, { conflicts: final.slice(0, 100) })
  if (!body.rest) refuse(await findConflicts(tx, operation.id), items.length)
  const begun = await beginBatch(inside, {
    kind: 'undo',
    summary: words.undoOf(operation.summary),
    payload: { operationId: operation.id, isDoer: operation.startedById === actor.id } satisfies Payload,
    items,
    undoesId: operation.id,
  })
  const refused = begun.results.filter(({ outcome }) => outcome === 'refused')
  if (refused.length > 0 && (!body.rest || refused.length === items.length)) {
    refuse(
      refused.map(({ subjectId, subjectRef, detail }) => ({ subjectId, subjectRef, message: detail ?? '' })),
      items.length,
    )
  }
  return begun
})

function refuse(
  conflicts: { subjectId: string; subjectRef: string | null; message: string }[],
  of: number,
): void {
  const [first] = conflicts
  if (!first) return
  const sentence = of === 1 ? first.message : words.conflicts(conflicts.length, of)
  throw new Stop('conflict', sentence, { conflicts: conflicts.slice(0, 100) })
}

/** The operation `undo`: each subject of the other is a subject of this one. */
export const undoBatch: Batch = {
  kind: 'undo',
  run: (work, subjectId, payload) => {
    // What `undo` put there.
    const { operationId, isDoer } = payload as Payload
    return compensate(work, operationId, subjectId, { isDoer })
  },
}

// The last touched first: what was done in one deed is taken back in the opposite order.
const findSubjects = `
  select e.subject_type as "subjectType", e.subject_id as "subjectId", max(e.subject_ref) as "subjectRef",
    (array_agg(e.desk_id order by e.id desc))[1] as "deskId"
  from app.events e where e.company_id = $1 and e.operation_id = $2 and e.subject_id is not null
  group by e.subject_type, e.subject_id order by max(e.id) desc`
