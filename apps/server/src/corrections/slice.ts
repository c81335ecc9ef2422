import { corrections } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { confirm, refuse, withdraw } from './commands/decide.ts'
import { propose } from './commands/propose.ts'
import { ofRequest } from './queries/ofRequest.ts'
import { waiting } from './queries/waiting.ts'

export const correctionsSlice = slice('corrections', corrections, {
  waiting,
  ofRequest,
  propose,
  confirm,
  refuse,
  withdraw,
})
