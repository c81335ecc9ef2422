import { snoozes } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { snooze } from './commands/snooze.ts'
import { wake } from './commands/wake.ts'
import { reactions } from './reactions.ts'
import { schedules } from './schedules.ts'

export const snoozesSlice = slice('snoozes', snoozes, { snooze, wake }, { reactions, schedules })
