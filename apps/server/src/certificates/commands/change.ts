import { certificates } from '@deskhand/contract'
import { mustKeepFor } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { about, keptCertificate, loadCertificate, mustBeNamed } from '../access.ts'

export const change = handle(certificates.change, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const one = await keptCertificate(inside, params.id)
  const before = { ...one, ownerId: one.owner?.id ?? null, assetId: one.asset?.id ?? null }
  const changes = changesBetween(before, body)
  const fields = Object.keys(changes)
  if (fields.length === 0) return answer(one, { version: one.version, unchanged: true })
  const after: typeof before = Object.assign({ ...before }, body)
  if ('deskId' in changes) await mustKeepFor(inside, after.deskId)
  await mustBeNamed(tx, body)
  await tx.run(update, [
    actor.companyId,
    one.id,
    after.kind,
    after.name,
    after.issuer,
    after.expiresOn,
    after.renewsItself,
    after.ownerId,
    after.deskId,
    after.assetId,
    after.cost?.amount ?? null,
    after.cost?.currency ?? null,
    after.remindDays,
    after.notes,
    clock.now(),
  ])
  record('certificate.updated', about(after), { fields }, changes)
  return answer(await loadCertificate({ tx }, one.id), { version: one.version + 1 })
})

const update = `
  update app.certificates set kind = $3, name = $4, issuer = $5, expires_on = $6, renews_itself = $7, owner_id = $8,
    desk_id = $9, asset_id = $10, cost_amount = $11, cost_currency = $12, remind_days = $13, notes = $14, updated_at = $15,
    version = version + 1
  where company_id = $1 and id = $2`
