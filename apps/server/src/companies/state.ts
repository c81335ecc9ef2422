import type { companies } from '@deskhand/contract'
import { identityOf } from '../identity/identity.ts'
import { clock } from '../platform/clock/clock.ts'
import { answer } from '../platform/http/answer.ts'
import type { Inside } from '../platform/http/handle.ts'
import { isUuid } from '../platform/ids.ts'
import { changesBetween } from '../platform/log/event.ts'
import { type CompanyRow, loadCompany, noSuchCompany } from './access.ts'

type Asked = Pick<
  Inside<typeof companies.suspend>,
  'platform' | 'tx' | 'actor' | 'params' | 'enter' | 'record' | 'afterCommit'
>

/** The company that a platform command names, entered and locked; what happens is told in its own log. */
export async function enterCompany({ tx, actor, params, enter }: Asked): Promise<CompanyRow> {
  const companyId = params.id.toLowerCase()
  if (!isUuid(companyId)) throw noSuchCompany()
  await enter({ companyId, personId: null }, { actorId: null, actorName: actor.name, actorKind: 'platform' })
  return loadCompany(tx, companyId, { lock: true })
}

/** Writes the new state and its event; every process forgets whom it let in. */
export async function writeState(
  { platform, tx, record, afterCommit }: Asked,
  company: CompanyRow,
  state: CompanyRow['state'],
) {
  await tx.run(
    `update app.companies set state = $2, version = version + 1, updated_at = $3 where company_id = $1`,
    [company.id, state, clock.now()],
  )
  record(
    state === 'SUSPENDED' ? 'company.suspended' : 'company.resumed',
    { type: 'company', id: company.id, ref: company.name },
    {},
    changesBetween(company, { state }),
  )
  afterCommit(() => identityOf(platform).actors.forget())
  const changed = await loadCompany(tx, company.id)
  return answer(changed, { version: changed.version })
}
