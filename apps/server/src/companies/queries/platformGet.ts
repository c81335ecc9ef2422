import { companies } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { noSuchCompany } from '../access.ts'
import { readUsed } from './platformList.ts'

export const platformGet = handle(
  companies.platformGet,
  async ({ tx, params }) => {
    const id = params.id.toLowerCase()
    const [company] = isUuid(id) ? await readUsed(tx, id) : []
    if (!company) throw noSuchCompany()
    return answer(company, { version: company.version })
  },
  { door: 'platform' },
)
