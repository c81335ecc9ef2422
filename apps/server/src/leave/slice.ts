import { leave } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { cancel } from './commands/cancel.ts'
import { setAllowance } from './commands/setAllowance.ts'
import { allowances } from './queries/allowances.ts'
import { balances } from './queries/balances.ts'
import { calendar } from './queries/calendar.ts'

export const leaveSlice = slice('leave', leave, { cancel, balances, calendar, allowances, setAllowance })
