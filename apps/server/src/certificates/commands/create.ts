import { certificates, usualRemindDays } from '@deskhand/contract'
import { mustKeepFor } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { about, loadCertificate, mustBeNamed } from '../access.ts'

export const create = handle(certificates.create, async (inside) => {
  const { tx, actor, body, record } = inside
  await mustKeepFor(inside, body.deskId ?? null)
  await mustBeNamed(tx, body)
  const id = newId()
  await tx.run(insert, [
    actor.companyId,
    id,
    body.kind,
    body.name,
    body.issuer ?? null,
    body.expiresOn,
    body.renewsItself ?? false,
    body.ownerId ?? null,
    body.deskId ?? null,
    body.assetId ?? null,
    body.cost?.amount ?? null,
    body.cost?.currency ?? null,
    body.remindDays ?? usualRemindDays,
    body.notes ?? null,
    clock.now(),
  ])
  record('certificate.created', about({ id, name: body.name }), {})
  return answer(await loadCertificate({ tx }, id), { version: 1, location: `/certificates/${id}` })
})

const insert = `
  insert into app.certificates (company_id, id, kind, name, issuer, expires_on, renews_itself, owner_id, desk_id, asset_id,
    cost_amount, cost_currency, remind_days, notes, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)`
