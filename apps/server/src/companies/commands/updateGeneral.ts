import { companies } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { loadCompany } from '../access.ts'
import { words } from '../words.ts'

export const updateGeneral = handle(companies.updateGeneral, async ({ tx, actor, body, ifMatch, record }) => {
  const company = await loadCompany(tx, actor.companyId, { lock: true })
  if (ifMatch && !ifMatch.includes(String(company.version)))
    throw new Stop('stale', words.stale, { current: company })
  const changes = changesBetween(company, body)
  const fields = Object.keys(changes)
  if (fields.length === 0) return answer(company, { version: company.version, unchanged: true })
  await tx.run(
    `update app.companies set name = coalesce($2, name), zone = coalesce($3, zone), locale = coalesce($4, locale),
         version = version + 1, updated_at = $5 where company_id = $1`,
    [actor.companyId, body.name ?? null, body.zone ?? null, body.locale ?? null, clock.now()],
  )
  record('company.updated', { type: 'company', id: company.id, ref: company.name }, { fields }, changes)
  const changed = await loadCompany(tx, actor.companyId)
  return answer(changed, { version: changed.version })
})
