import { type OperationResult, problems } from '@deskhand/contract'
import type { Batch, BatchWork } from '../../platform/jobs/batch.ts'
import { type RecordEvent, recordWithin } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'

/** One subject of an operation. */
export type Item = {
  subjectType: string
  subjectId: string
  subjectRef: string | null
  deskId: string | null
}

type Changes = Record<string, [unknown, unknown]>

/**
 * Does it to one subject after the other, each whole or not at all: what is refused is rolled back to before
 * it, its events with it. Each goes the way of the single command, its own statements included, because a
 * second way that does many at once would be a second set of rules. Without `keep` everything is rolled back,
 * so that what a dry run answers is what would have happened.
 */
export async function runItems(
  work: BatchWork,
  { id, batch, payload }: { id: string; batch: Batch; payload: unknown },
  items: readonly Item[],
  { keep = true }: { keep?: boolean } = {},
): Promise<OperationResult[]> {
  const record = recordWithin(work.record, { operationId: id })
  const results: OperationResult[] = []
  for (const item of items) {
    const { lines, note, changes } = openNotes()
    const refusal = await attempt(
      work,
      () => batch.run({ ...work, record: note }, item.subjectId, payload),
      keep,
    )
    if (!refusal && keep) for (const tell of lines) tell(record)
    results.push(resultOf(item, refusal, lines.length > 0, refusal ? {} : changes))
  }
  return results
}

/** Between two savepoints. Anything but a refusal is a bug, and ends the transaction. */
async function attempt({ tx }: BatchWork, run: () => Promise<void>, keep: boolean): Promise<Stop | null> {
  const begun = tx.run('savepoint item')
  let refusal: Stop | null = null
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    refusal = error
  }
  await begun
  // One alone would leave the savepoint standing, and a thousand of them slow a transaction down.
  if (refusal || !keep) await tx.run('rollback to savepoint item')
  // The next item's statements follow it in line and fail if it does: nobody need wait for it.
  void tx.run('release savepoint item')
  return refusal
}

/** Holds back what is recorded until it is sure, and sums up what changed: first before, last after. */
function openNotes() {
  const lines: ((record: RecordEvent) => void)[] = []
  const changes: Changes = {}
  const note: RecordEvent = (name, subject, data, changed = {}, within) => {
    lines.push((record) => record(name, subject, data, changed, within))
    for (const [field, [before, after]] of Object.entries(changed)) {
      changes[field] = [changes[field] ? changes[field][0] : before, after]
    }
  }
  return { lines, note, changes }
}

function resultOf(
  { subjectType, subjectId, subjectRef }: Item,
  refusal: Stop | null,
  isChanged: boolean,
  changes: Changes,
): OperationResult {
  return {
    subjectType,
    subjectId,
    subjectRef,
    outcome: refusal ? 'refused' : isChanged ? 'changed' : 'unchanged',
    status: refusal ? problems[refusal.code] : 200,
    code: refusal?.code ?? null,
    detail: refusal?.message ?? null,
    allowed: refusal?.extra.allowed ?? null,
    changes,
  }
}
