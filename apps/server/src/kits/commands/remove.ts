import { kits } from '@deskhand/contract'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { about, keptKit } from '../access.ts'
import { words } from '../words.ts'

export const remove = handle(kits.remove, async (inside) => {
  const { tx, actor, params } = inside
  const kit = await keptKit(inside, params.id)
  const operation = await beginOperation(inside, {
    kind: 'kits.remove',
    summary: words.deleted(kit.name),
    changed: 1,
  })
  const deletedAt = clock.now()
  await tx.run(
    `update app.kits set deleted_at = $3, updated_at = $3, version = version + 1 where company_id = $1 and id = $2`,
    [actor.companyId, kit.id, deletedAt],
  )
  operation.record('kit.deleted', about(kit), {}, { deletedAt: [null, deletedAt.toISOString()] })
  return { operationId: operation.id }
})
