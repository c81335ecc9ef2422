import { custody } from '@deskhand/contract'
import { keepPhotos } from '../../asset-files/commands/keepPhotos.ts'
import { loadAsset, mustKeep } from '../../assets/access.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField } from '../../platform/stop.ts'
import { giveAlong } from '../../stock/commands/giveAlong.ts'
import { readReceiver } from '../access.ts'
import { words } from '../words.ts'
import { answerHanded } from './answerHanded.ts'
import { handOut } from './handOut.ts'

export const checkOut = handle(custody.checkOut, async (inside) => {
  const { params, body } = inside
  const asset = await loadAsset(inside, params.id, { lock: true })
  mustKeep(inside.actor, asset)
  const to = await readReceiver(inside, body, [asset.id])
  const operation = await beginOperation(inside, {
    kind: 'custody.check_out',
    summary: words.summary.out(asset.assetTag, to.name),
    changed: 1,
  })
  const work = { ...inside, record: operation.record }
  const { accessories: wanted = [], ...said } = body
  if (wanted.length > 0 && to.kind !== 'person') throw refuseField('accessories', words.onlyPersons)
  const accessories = await giveAlong(work, { assetId: asset.id, personId: to.id, wanted })
  const handed = await handOut(work, [asset], to, { ...said, accessories })
  await keepPhotos(work, asset, {
    ids: inside.body.photoIds ?? [],
    handOver: 'OUT',
    personId: body.personId ?? null,
  })
  return answerHanded(handed, operation.id)
})
