import { departments, hardware } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import { beginOperation } from '../../operations/commands/begin.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { linkable } from '../../request-assets/access.ts'
import { setAside } from '../../request-assets/commands/setAside.ts'
import { moversOf } from '../../requests/access.ts'
import { canMove, move } from '../../requests/commands/move.ts'
import { servedAs } from '../access.ts'
import { readOne } from '../queries/get.ts'
import { words } from '../words.ts'
import { loadAgreed } from './loadAgreed.ts'

/** A thing out of stock instead of one that is bought; undone, it is free again. */
export const fromStock = handle(hardware.fromStock, async (inside) => {
  const { tx, actor, params, body } = inside
  const request = await loadAgreed(inside, params.id)
  await linkable(inside, request, [body.assetId], () => 'assetId')
  const asset = await loadAsset({ tx, actor }, body.assetId, { lock: true })
  const operation = await beginOperation(inside, {
    kind: 'hardware.from_stock',
    summary: words.setAside(asset.assetTag, request.referenceNumber),
    changed: 1,
  })
  await setAside({ tx, actor, record: operation.record }, request, [asset])
  if (canMove(request, 'IN_PROGRESS', moversOf(actor, request)))
    await move(inside, request, { to: 'IN_PROGRESS' })
  const view = departments.hardwareRequests.get.reply.parse(
    await readOne(inside, servedAs('hardwareRequests'), request.id),
  )
  return answer(view, { version: view.version })
})
