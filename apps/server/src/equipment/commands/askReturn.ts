import { equipment } from '@deskhand/contract'
import { changeAsset } from '../../assets/commands/write.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadOwn, nameOf, readOwn, tellDesk } from '../access.ts'
import { words } from '../words.ts'

export const askReturn = handle(equipment.askReturn, async (inside) => {
  const asset = await loadOwn(inside, inside.params.id)
  if (asset.status !== 'DEPLOYED') throw new Stop('state', words.notOut)
  if (asset.subStatus === 'TO_RETURN') throw new Stop('state', words.returnAskedAlready)
  const thing = await nameOf(inside.tx, asset)
  const request = await tellDesk(inside, asset, {
    summary: words.wantsBack(thing),
    description: words.about(thing, inside.body.note ?? words.noNote),
  })
  await changeAsset(
    inside,
    asset,
    'asset.return_asked',
    { requestId: request?.id ?? null },
    { subStatus: 'TO_RETURN' },
  )
  return readOwn(inside, asset.id, request?.ref ?? null)
})
