import { custody } from '@deskhand/contract'
import { keepPhotos } from '../../asset-files/commands/keepPhotos.ts'
import { loadAsset, mustKeep } from '../../assets/access.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { handle } from '../../platform/http/handle.ts'
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
  const handed = await takeBack({ ...inside, record: operation.record }, [asset], inside.body)
  await keepPhotos({ ...inside, record: operation.record }, asset, {
    ids: inside.body.photoIds ?? [],
    handOver: 'BACK',
    personId: asset.personId,
  })
  return answerHanded(handed, operation.id)
})
