import { mustBeUnreserved } from '../../asset-reservations/commands/keepUp.ts'
import { type AssetRecord, mustKeep } from '../../assets/access.ts'
import { changeAssets } from '../../assets/commands/write.ts'
import { readReceiver } from '../../custody/access.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { addActivity, type RequestRecord } from '../../requests/access.ts'
import { words } from '../words.ts'
import { changeThings } from './keep.ts'

type Work = { tx: Tx; actor: Actor; record: RecordEvent }

/**
 * Sets locked things that lie free in stock aside for whoever asked for a locked request, as a reservation does: nobody
 * else gets them until they are handed out. They are linked to the request, and whoever asked reads that something lies ready.
 */
export async function setAside(
  work: Work,
  request: RequestRecord,
  assets: readonly AssetRecord[],
): Promise<void> {
  const { tx, actor } = work
  for (const asset of assets) {
    mustKeep(actor, asset)
    if (asset.status !== 'IN_STOCK' || asset.subStatus !== 'AVAILABLE')
      throw new Stop('state', words.notFree(asset.assetTag))
  }
  const ids = assets.map(({ id }) => id)
  const receiver = await readReceiver(work, { personId: request.requesterId }, ids)
  if (receiver.kind === 'person' && !receiver.isHere) throw new Stop('state', words.gone(receiver.name))
  await mustBeUnreserved(work, assets, receiver, undefined)
  await changeAssets(
    work,
    assets.map((asset) => ({
      asset,
      name: 'asset.moved',
      data: {
        from: 'IN_STOCK',
        to: 'IN_STOCK',
        subStatus: 'RESERVED',
        details: { requestId: request.id },
      },
      given: { subStatus: 'RESERVED', personId: request.requesterId },
    })),
  )
  await changeThings(work, request, { link: assets, unlink: [] })
  await addActivity(tx, request, actor.isDeskhand ? null : actor, {
    activityType: 'SYSTEM',
    message: words.liesReady(actor.name, assets.length),
    metadata: { event: 'setAside' },
  })
}
