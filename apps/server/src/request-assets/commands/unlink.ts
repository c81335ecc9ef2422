import { requestAssets } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest } from '../../requests/access.ts'
import { readLinked } from '../queries/readLinked.ts'
import { words } from '../words.ts'
import { changeThings } from './keep.ts'

export const unlink = handle(requestAssets.unlink, async (inside) => {
  const request = await loadRequest(inside, inside.params.id, { lock: true })
  const id = inside.params.assetId.toLowerCase()
  const [linked] = isUuid(id) ? await readLinked(inside, request, id) : []
  if (!linked) throw new Stop('not_found', words.notLinked)
  if (!linked.mayUnlink) throw new Stop('forbidden', words.onlyDesk)
  await changeThings(inside, request, { link: [], unlink: [linked] })
  return {}
})
