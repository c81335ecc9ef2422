import { certificates } from '@deskhand/contract'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { about, keptCertificate, loadCertificate } from '../access.ts'
import { words } from '../words.ts'

export const remove = handle(certificates.remove, async (inside) => {
  const { tx, actor, params } = inside
  const one = await keptCertificate(inside, params.id)
  const operation = await beginOperation(inside, {
    kind: 'certificates.delete',
    summary: words.deleted(one.name),
    changed: 1,
  })
  const deletedAt = clock.now()
  await tx.run(
    `update app.certificates set deleted_at = $3, updated_at = $3, version = version + 1 where company_id = $1 and id = $2`,
    [actor.companyId, one.id, deletedAt],
  )
  operation.record('certificate.deleted', about(one), {}, { deletedAt: [null, deletedAt.toISOString()] })
  const gone = await loadCertificate({ tx }, one.id, { trashed: true })
  return { ...gone, operationId: operation.id }
})
