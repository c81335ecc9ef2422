import { mustBeUntouched, putBack } from '../operations/commands/putBack.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { aboutManufacturer, loadManufacturer, loadModel } from './access.ts'
import { changeModel } from './commands/changeModel.ts'
import { deleteModel } from './commands/retireModel.ts'
import { changeManufacturer } from './commands/saveManufacturer.ts'
import { words } from './words.ts'

/** A model of which there is nothing goes again. */
async function takeModelAway(work: UndoWork, event: LoggedEvent<'asset_model.created'>): Promise<void> {
  await mustBeUntouched(work.tx, event)
  const model = await loadModel(work.tx, event.subjectId ?? '', { lock: true })
  if (!(await deleteModel(work, model))) throw new Stop('conflict', words.modelInUse(model.name))
}

async function takeMakerAway(work: UndoWork, event: LoggedEvent<'manufacturer.created'>): Promise<void> {
  const { tx, record } = work
  await mustBeUntouched(tx, event)
  const maker = await loadManufacturer(tx, event.subjectId ?? '', { lock: true })
  const { rowCount } = await tx.run(
    `delete from app.manufacturers f where f.company_id = $1 and f.id = $2 and not exists (
       select from app.asset_models m where m.company_id = f.company_id and m.manufacturer_id = f.id)`,
    [tx.whose.companyId, maker.id],
  )
  if (rowCount === 0) throw new Stop('conflict', words.makerInUse(maker.name))
  record('manufacturer.deleted', aboutManufacturer(maker), {}, { name: [maker.name, null] })
}

export const undoes: Undo[] = [
  undo({ on: 'asset_model.created', run: takeModelAway }),
  putBack('asset_model.updated', changeModel),
  undo({ on: 'manufacturer.created', run: takeMakerAway }),
  putBack('manufacturer.updated', changeManufacturer),
]
