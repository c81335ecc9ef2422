import { kits } from '@deskhand/contract'
import { moveAsset } from '../../assets/commands/transition.ts'
import { lockAll } from '../../custody/access.ts'
import { takeBack as takeThingsBack } from '../../custody/commands/takeBack.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { handle } from '../../platform/http/handle.ts'
import { takeAlongBack } from '../../stock/commands/takeAlongBack.ts'
import { words } from '../words.ts'

/** What comes back and what does not, in one deed: a kit, or all that somebody had. */
export const takeBack = handle(kits.takeBack, async (inside) => {
  const { back, missing, note, locationId } = inside.body
  const assets = await lockAll(
    inside,
    [...back, ...missing].map(({ assetId }) => assetId.toLowerCase()),
  )
  const operation = await beginOperation(inside, {
    kind: 'kits.take_back',
    summary: words.returned(back.length, missing.length),
    changed: assets.length,
  })
  const work = { ...inside, record: operation.record }
  const conditions = new Map(assets.flatMap(({ id }, at) => (back[at] ? [[id, back[at].condition]] : [])))
  const coming = assets.slice(0, back.length)
  const along = await takeAlongBack(
    work,
    coming.map(({ id: assetId, personId }, at) => ({
      assetId,
      personId,
      returned: back[at]?.returnedAccessories ?? [],
      field: `back/${at}/returnedAccessories`,
    })),
  )
  await takeThingsBack(work, coming, {
    along,
    condition: ({ id }) => conditions.get(id) ?? 'GOOD',
    ...(note && { note }),
    ...(locationId && { locationId }),
  })
  await Promise.all(
    missing.map(({ report }, at) => {
      const asset = assets[back.length + at]
      return asset && moveAsset(work, asset, { to: 'MISSING', subStatus: 'LOST', report })
    }),
  )
  return { operationId: operation.id, backCount: back.length, missingCount: missing.length }
})
