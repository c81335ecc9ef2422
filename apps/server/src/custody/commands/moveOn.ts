import { endAcceptances } from '../../acceptances/commands/endAcceptances.ts'
import type { AssetRecord } from '../../assets/access.ts'
import { changeAsset } from '../../assets/commands/write.ts'
import { refuseField } from '../../platform/stop.ts'
import type { Work } from '../access.ts'
import { heldBy, type Receiver, refusalOfReceiver, refusalToMove } from '../rules.ts'
import { giveTo, type Handed, type Said, stop } from './handOut.ts'

/** Moves locked things of the keeper's, all or none: those that are out to the next holder, those in stock to a place. */
export async function moveOn(
  work: Work,
  assets: readonly AssetRecord[],
  to: Receiver,
  said: Said,
): Promise<Handed> {
  for (const asset of assets) {
    const refusal = refusalToMove(asset, to)
    if (refusal) throw stop(refusal)
    const fault = to.kind === 'place' ? refusalOfReceiver(asset, to) : null
    if (fault) throw refuseField('locationId', fault)
  }
  const out = assets.filter(({ status }) => status === 'DEPLOYED')
  const kept = assets.filter(({ status }) => status !== 'DEPLOYED')
  await endAcceptances(
    work,
    out.map(({ id }) => id),
  )
  const moved = await Promise.all(
    kept.map((asset) =>
      changeAsset(
        work,
        asset,
        'asset.transferred',
        { ...heldBy(to), note: said.note ?? null },
        {
          locationId: to.id,
          ...(said.condition && { condition: said.condition }),
        },
      ),
    ),
  )
  const given = await giveTo(work, out, to, said, 'asset.transferred')
  return {
    assets: [...kept.map((asset, at) => moved[at] ?? asset), ...given.assets],
    acceptanceId: given.acceptanceId,
  }
}
