import { custody } from '@deskhand/contract'
import { keepPhotos } from '../../asset-files/commands/keepPhotos.ts'
import { loadAsset, mustKeep } from '../../assets/access.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { handle } from '../../platform/http/handle.ts'
import { takeAlongBack } from '../../stock/commands/takeAlongBack.ts'
import { words } from '../words.ts'
import { answerHanded } from './answerHanded.ts'
import { takeBack } from './takeBack.ts'

export const checkIn = handle(custody.checkIn, async (inside) => {
  const asset = await loadAsset(inside, inside.params.id, { lock: true })
  mustKeep(inside.actor, asset)
  const operation = await beginOperation(inside, {
    kind: 'custody.check_in',
    summary: words.summary.back(asset.assetTag),
    changed: 1,
  })
  const work = { ...inside, record: operation.record }
  const { returnedAccessories: returned = [], ...said } = inside.body
  const { id: assetId, personId } = asset
  const along = await takeAlongBack(work, [{ assetId, personId, returned, field: 'returnedAccessories' }])
  const handed = await takeBack(work, [asset], { ...said, along })
  await keepPhotos(work, asset, {
    ids: inside.body.photoIds ?? [],
    handOver: 'BACK',
    personId: asset.personId,
  })
  return answerHanded(handed, operation.id)
})
