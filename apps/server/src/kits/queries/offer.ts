import { kits } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadKit } from '../access.ts'
import { propose } from '../rules.ts'
import { type FreeThing, readFree } from './free.ts'

export const offer = handle(kits.offer, async (inside) => {
  const kit = await loadKit(inside, inside.params.id)
  const proposed = propose(kit.parts, await readFree(inside, kit))
  return {
    data: kit.parts.map(({ name, icon, count, stockItemId, freeCount }, position) => ({
      position,
      name,
      icon,
      count,
      stockItemId,
      quantity: stockItemId ? Math.min(count, freeCount) : 0,
      offered: (proposed[position]?.offered ?? []).map(({ id }) => id),
      things: (proposed[position]?.fitting ?? []).map(shownAs),
    })),
  }
})

const shownAs = ({ id, assetTag, name, locationName, condition }: FreeThing) => ({
  id,
  assetTag,
  name,
  locationName,
  condition,
})
