import { companies } from '@deskhand/contract'
import { endCompanySessions } from '../../identity/session.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { enterCompany, writeState } from '../state.ts'
import { words } from '../words.ts'

/** Nobody of the company gets in any more; what it has stays as it is. */
export const suspend = handle(
  companies.suspend,
  async (inside) => {
    const company = await enterCompany(inside)
    if (company.state === 'SUSPENDED') throw new Stop('state', words.isSuspended(company.name))
    await endCompanySessions(inside.tx, company.id, 'company_suspended')
    return writeState(inside, company, 'SUSPENDED')
  },
  { door: 'auth' },
)
