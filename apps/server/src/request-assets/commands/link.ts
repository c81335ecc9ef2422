import { requestAssets } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { linkable, loadOpenToThings } from '../access.ts'
import { readLinked } from '../queries/readLinked.ts'
import { words } from '../words.ts'
import { changeThings } from './keep.ts'

export const link = handle(requestAssets.link, async (inside) => {
  const request = await loadOpenToThings(inside, inside.params.id)
  const things = await linkable(inside, request, [inside.body.assetId], () => 'assetId')
  const isNew = await changeThings(inside, request, { link: things, unlink: [] })
  if (!isNew) throw new Stop('conflict', words.linkedAlready)
  const [linked] = await readLinked(inside, request, things[0]?.id)
  if (!linked) throw refuseField('assetId', words.noSuchAsset)
  return answer(linked, { location: `/requests/${request.id}/assets` })
})
