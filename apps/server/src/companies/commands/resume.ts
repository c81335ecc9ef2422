import { companies } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { enterCompany, writeState } from '../state.ts'
import { words } from '../words.ts'

export const resume = handle(
  companies.resume,
  async (inside) => {
    const company = await enterCompany(inside)
    if (company.state === 'ACTIVE') throw new Stop('state', words.isActive(company.name))
    return writeState(inside, company, 'ACTIVE')
  },
  { door: 'auth' },
)
