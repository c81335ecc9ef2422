import { AssetAction } from '@deskhand/contract'
import { readReceiver } from '../custody/access.ts'
import { moveOn } from '../custody/commands/moveOn.ts'
import { takeBack } from '../custody/commands/takeBack.ts'
import type { Batch, BatchWork } from '../platform/jobs/batch.ts'
import { type AssetRecord, loadAsset, mustKeep } from './access.ts'
import { changeFacts } from './commands/change.ts'
import { moveAsset } from './commands/transition.ts'

/** Everything that the action says, to one thing: whole or not at all. */
export const batch: Batch = {
  kind: 'assets.bulk',
  async run(work, assetId, payload) {
    const action = AssetAction.parse(payload)
    const asset = await loadAsset(work, assetId, { lock: true })
    const changed = action.change ? await changeFacts(work, asset, action.change) : null
    await deed(work, changed ?? asset, action)
  },
}

/** By the rule of its own command. */
async function deed(work: BatchWork, asset: AssetRecord, action: AssetAction): Promise<void> {
  if (action.transition) await moveAsset(work, asset, action.transition)
  if (action.checkIn) {
    mustKeep(work.actor, asset)
    await takeBack(work, [asset], action.checkIn)
  }
  if (action.transfer) {
    mustKeep(work.actor, asset)
    await moveOn(work, [asset], await readReceiver(work, action.transfer, [asset.id]), action.transfer)
  }
}
