import { assetStates, equipment } from '@deskhand/contract'
import { isKeeper, loadAsset } from '../../assets/access.ts'
import { changeAsset } from '../../assets/commands/write.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { nameOf, readOwn, tellDesk } from '../access.ts'
import { words } from '../words.ts'

/** Lost or stolen, by whoever has it or keeps it: from then on it is looked for. */
export const reportMissing = handle(equipment.reportMissing, async (inside) => {
  const { tx, actor, body } = inside
  const asset = await loadAsset(inside, inside.params.id, { lock: true })
  const isHolder = asset.personId === actor.id
  if (!isHolder && !isKeeper(actor, asset)) throw new Stop('forbidden', words.notYours)
  if (asset.status === 'MISSING') throw new Stop('state', words.missingAlready)
  const refusal = assetStates.refusal(asset.status, 'MISSING')
  if (refusal) throw new Stop('state', refusal, { allowed: assetStates.from(asset.status) })
  const thing = await nameOf(tx, asset)
  const { subStatus, report, policeNumber } = body
  const details = { report, ...(policeNumber && { policeNumber }) }
  await changeAsset(
    inside,
    asset,
    'asset.moved',
    { from: asset.status, to: 'MISSING', subStatus, details },
    { status: 'MISSING', subStatus },
  )
  const request = await tellDesk(inside, asset, {
    summary: subStatus === 'STOLEN' ? words.stolen(thing) : words.lost(thing),
    description: words.about(
      thing,
      [report, policeNumber && words.police(policeNumber)].filter(Boolean).join('\n'),
    ),
  })
  return readOwn(inside, asset.id, request?.ref ?? null)
})
