import { equipment } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { askReturn } from './commands/askReturn.ts'
import { confirm } from './commands/confirm.ts'
import { dispute } from './commands/dispute.ts'
import { reportFault } from './commands/reportFault.ts'
import { reportFound } from './commands/reportFound.ts'
import { reportLabelled } from './commands/reportLabelled.ts'
import { reportMissing } from './commands/reportMissing.ts'
import { byLabel } from './queries/byLabel.ts'
import { mine } from './queries/mine.ts'

export const equipmentSlice = slice('equipment', equipment, {
  mine,
  confirm,
  dispute,
  askReturn,
  reportFault,
  reportFound,
  byLabel,
  reportLabelled,
  reportMissing,
})
