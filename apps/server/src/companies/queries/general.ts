import { companies } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadCompany } from '../access.ts'

export const general = handle(companies.general, async ({ tx, actor }) => {
  const company = await loadCompany(tx, actor.companyId)
  return answer(company, { version: company.version })
})
