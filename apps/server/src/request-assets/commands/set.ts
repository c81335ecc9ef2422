import { requestAssets } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { linkable, loadOpenToThings } from '../access.ts'
import { readLinked } from '../queries/readLinked.ts'
import { words } from '../words.ts'
import { changeThings } from './keep.ts'

export const set = handle(requestAssets.set, async (inside) => {
  const request = await loadOpenToThings(inside, inside.params.id)
  const had = await readLinked(inside, request)
  const wanted = [...new Set(inside.body.assetIds.map((id) => id.toLowerCase()))]
  const kept = new Set(had.map(({ id }) => id))
  const added = wanted.filter((id) => !kept.has(id))
  const things = await linkable(inside, request, added, (at) => {
    const place = inside.body.assetIds.findIndex((id) => id.toLowerCase() === added[at])
    return `assetIds/${place}`
  })
  const gone = had.filter(({ id }) => !wanted.includes(id))
  if (gone.some(({ mayUnlink }) => !mayUnlink)) throw new Stop('forbidden', words.onlyDesk)
  const isChanged = await changeThings(inside, request, { link: things, unlink: gone })
  return answer({ data: await readLinked(inside, request), mayLink: true }, { unchanged: !isChanged })
})
