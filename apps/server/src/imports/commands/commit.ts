import { imports } from '@deskhand/contract'
import { beginRunning } from '../../operations/commands/running.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadImport, readImport } from '../access.ts'
import { words } from '../words.ts'

/** Begins to import what was checked, as one operation; a job carries it out. */
export const commit = handle(imports.commit, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const list = await loadImport(inside, params.id, { lock: true })
  if (list.state !== 'CHECKED') throw new Stop('state', words.notCommitted[list.state])
  if (list.problem) throw new Stop('state', list.problem)
  if (!list.filePlace) throw new Stop('state', words.fileGone)
  if (list.newCount + list.changedCount === 0) throw new Stop('state', words.nothingToDo)
  if (list.faultyCount > 0 && !body.rest)
    throw new Stop('conflict', words.hasFaults(list.faultyCount, list.rowCount ?? 0))
  const total = list.rowCount ?? 0
  const operationId = await beginRunning(inside, {
    kind: 'imports.commit',
    summary: words.summary(list.resource, list.fileName),
    total,
    payload: { importId: list.id },
  })
  await tx.run(
    `update app.imports set state = 'IMPORTING', operation_id = $3, done_rows = 0, new_count = 0, changed_count = 0,
       unchanged_count = 0, faulty_count = 0, fault_count = 0, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, list.id, operationId],
  )
  await tx.run('delete from app.import_faults where company_id = $1 and import_id = $2', [
    actor.companyId,
    list.id,
  ])
  record('import.begun', about(list, actor), { operationId, total })
  return readImport(tx, list.id)
})
