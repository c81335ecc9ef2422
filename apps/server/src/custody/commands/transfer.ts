import { custody } from '@deskhand/contract'
import { loadAsset, mustKeep } from '../../assets/access.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { handle } from '../../platform/http/handle.ts'
import { readReceiver } from '../access.ts'
import { words } from '../words.ts'
import { answerHanded } from './answerHanded.ts'
import { moveOn } from './moveOn.ts'

export const transfer = handle(custody.transfer, async (inside) => {
  const asset = await loadAsset(inside, inside.params.id, { lock: true })
  mustKeep(inside.actor, asset)
  const to = await readReceiver(inside, inside.body, [asset.id])
  const operation = await beginOperation(inside, {
    kind: 'custody.transfer',
    summary: words.summary.moved(asset.assetTag, to.name),
    changed: 1,
  })
  const handed = await moveOn({ ...inside, record: operation.record }, [asset], to, inside.body)
  return answerHanded(handed, operation.id)
})
