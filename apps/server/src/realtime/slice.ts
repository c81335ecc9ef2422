import { realtime } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { ticket } from './commands/ticket.ts'

export const realtimeSlice = slice('realtime', realtime, { ticket })
