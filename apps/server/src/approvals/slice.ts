import { approvals } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { cancel } from './commands/cancel.ts'
import { decide } from './commands/decide.ts'
import { decideByLink } from './commands/decideByLink.ts'
import { delegate } from './commands/delegate.ts'
import { remind } from './commands/remind.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { mine } from './queries/mine.ts'
import { seeLink } from './queries/seeLink.ts'
import { reactions } from './reactions.ts'
import { schedules } from './schedules.ts'

export const approvalsSlice = slice(
  'approvals',
  approvals,
  { mine, list, get, decide, delegate, remind, cancel, seeLink, decideByLink },
  { reactions, schedules },
)
