import { equipment } from '@deskhand/contract'
import { changeAsset } from '../../assets/commands/write.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadOwn, nameOf, readOwn, tellDesk } from '../access.ts'
import { words } from '../words.ts'

export const dispute = handle(equipment.dispute, async (inside) => {
  const asset = await loadOwn(inside, inside.params.id)
  if (asset.isDisputed) throw new Stop('state', words.disputedAlready)
  const thing = await nameOf(inside.tx, asset)
  const request = await tellDesk(inside, asset, {
    summary: words.disputed(thing),
    description: words.about(thing, inside.body.reason),
  })
  await changeAsset(inside, asset, 'asset.disputed', { requestId: request?.id ?? null }, { isDisputed: true })
  return readOwn(inside, asset.id, request?.ref ?? null)
})
