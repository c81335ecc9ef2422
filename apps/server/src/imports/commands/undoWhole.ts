import { beginRunning } from '../../operations/commands/running.ts'
import { words as undoWords } from '../../operations/words.ts'
import type { Batch } from '../../platform/jobs/batch.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadImport, mayImport } from '../access.ts'
import { countWritten, whatStands } from '../queries/written.ts'
import { words } from '../words.ts'

/** Takes an import back: all of it, or as far as nobody changed since what it wrote. */
export const importBatch: Batch = {
  kind: 'imports.commit',
  run: () => Promise.reject(new Error('An import is carried out by its own job.')),
  async undoWhole(work, { id, summary }, rest) {
    const { tx, actor, record } = work
    const [found] = await tx.query<{ id: string }>(
      'select id from app.imports where company_id = $1 and operation_id = $2',
      [actor.companyId, id],
    )
    const list = await loadImport({ tx }, found?.id ?? '', { lock: true })
    if (!mayImport(actor, list.resource)) throw new Stop('forbidden', words.notYours(list.resource))
    const total = await countWritten(tx, id)
    const standing = await whatStands(tx, list.resource, id, { limit: 100 })
    if (standing.count > 0 && !rest)
      throw new Stop('conflict', undoWords.conflicts(standing.count, total), { conflicts: standing.first })
    const operationId = await beginRunning(work, {
      kind: 'undo',
      summary: undoWords.undoOf(summary),
      total,
      payload: { importId: list.id, before: null },
      undoesId: id,
    })
    record('import.undo_begun', about(list, actor), { operationId, undoesId: id })
    return { operationId }
  },
}
