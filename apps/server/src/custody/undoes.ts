import type { AssetFields } from '@deskhand/contract'
import { endAcceptances } from '../acceptances/commands/endAcceptances.ts'
import { reopenAcceptances } from '../acceptances/commands/reopenAcceptances.ts'
import { voidReceipt } from '../acceptances/commands/voidReceipt.ts'
import { isLead, loadAsset, mustKeep } from '../assets/access.ts'
import { mustBeLast } from '../assets/commands/mustBeLast.ts'
import { changeAsset } from '../assets/commands/write.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { type Undo, type UndoWork, undo } from '../platform/log/undo.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

type Undone = 'asset.checked_out' | 'asset.checked_in' | 'asset.transferred'

/** Puts a thing back into the hands in which it was. */
async function putBack(work: UndoWork, event: LoggedEvent<Undone>): Promise<void> {
  const asset = await loadAsset(work, event.subjectId ?? '', { lock: true })
  mustKeep(work.actor, asset)
  if (!work.isDoer && !isLead(work.actor, asset)) throw new Stop('forbidden', words.undoneByLead)
  await mustBeLast(work.tx, event)
  // The first halves of what a thing's event changed are its fields as they were.
  const before: Partial<AssetFields> = Object.fromEntries(
    Object.entries(event.changes).map(([field, [old]]) => [field, old]),
  )
  const { status, personId, parentAssetId, locationId } = { ...asset, ...before }
  await changeAsset(
    work,
    asset,
    'asset.hand_over_undone',
    { event: event.name, status, personId, parentAssetId, locationId },
    before,
  )
  await endAcceptances(work, [asset.id])
  if (event.name === 'asset.checked_in' && personId) await voidReceipt(work, asset.id, personId)
  if (before.acceptance && before.acceptance !== 'NONE') await reopenAcceptances(work, asset.id, personId)
}

export const undoes: Undo[] = [
  undo({ on: ['asset.checked_out', 'asset.checked_in', 'asset.transferred'], run: putBack }),
]
