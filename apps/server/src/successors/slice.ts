import { successors } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { followUp } from './commands/followUp.ts'
import { split } from './commands/split.ts'
import { transfer } from './commands/transfer.ts'

export const successorsSlice = slice('successors', successors, { split, followUp, transfer })
