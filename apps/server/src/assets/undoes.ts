import type { AssetFields, EventData } from '@deskhand/contract'
import { reopenAcceptances } from '../acceptances/commands/reopenAcceptances.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { type AssetRecord, isKeeper, isLead, loadAsset } from './access.ts'
import { mustBeFree } from './commands/mustBeFree.ts'
import { mustBeLast } from './commands/mustBeLast.ts'
import { mustNotHoldItself } from './commands/mustNotHoldItself.ts'
import { deleteAsset, mustBeAnError } from './commands/remove.ts'
import { changeAsset } from './commands/write.ts'
import { words } from './words.ts'

type Undone = 'asset.updated' | 'asset.moved'

/** The thing, locked, for whoever may take this back: its doer, who still keeps or has it, or who leads the desk. */
async function loadForUndo(work: UndoWork, event: LoggedEvent): Promise<AssetRecord> {
  const { actor, isDoer } = work
  const asset = await loadAsset(work, event.subjectId ?? '', { lock: true, trashed: true })
  const isTheirs = isKeeper(actor, asset) || asset.personId === actor.id
  if (!(isDoer ? isTheirs : isLead(actor, asset)))
    throw new Stop('forbidden', isDoer ? words.notKeeper : words.undoneByLead)
  return asset
}

/** Puts the fields of a thing back to what they were before this event, as its next version. */
async function putBack(work: UndoWork, event: LoggedEvent<Undone>): Promise<void> {
  const { tx } = work
  const asset = await loadForUndo(work, event)
  if (asset.deletedAt) throw new Stop('conflict', words.deleted)
  await mustBeLast(tx, event)
  // The first halves of what a thing's event changed are its fields as they were.
  const before: Partial<AssetFields> = Object.fromEntries(
    Object.entries(event.changes).map(([field, [old]]) => [field, old]),
  )
  await mustBeFree(work, { serialNumber: before.serialNumber }, asset.id)
  if (before.parentAssetId) await mustNotHoldItself(tx, asset, before.parentAssetId)
  if (event.name === 'asset.moved') {
    const { from, to } = event.data as EventData<'asset.moved'>
    const subStatus = before.subStatus === undefined ? asset.subStatus : before.subStatus
    const data = { from: to, to: from, subStatus, details: { undone: true } }
    await changeAsset(work, asset, 'asset.moved', data, before)
  } else {
    await changeAsset(work, asset, 'asset.updated', { fields: Object.keys(before) }, before)
  }
  if (before.acceptance && before.acceptance !== 'NONE')
    await reopenAcceptances(work, asset.id, before.personId ?? asset.personId)
}

/** What was added by this is deleted as made in error, where nothing but this deed has happened to it. */
async function takeAway(work: UndoWork, event: LoggedEvent<'asset.created'>): Promise<void> {
  const asset = await loadForUndo(work, event)
  await mustBeAnError(work.tx, asset, event.operationId)
  await deleteAsset(work, asset)
}

export const undoes: Undo[] = [
  undo({ on: ['asset.updated', 'asset.moved'], run: putBack }),
  undo({ on: 'asset.created', run: takeAway }),
]
