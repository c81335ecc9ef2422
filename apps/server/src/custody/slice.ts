import { custody } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { checkIn } from './commands/checkIn.ts'
import { checkOut } from './commands/checkOut.ts'
import { transfer } from './commands/transfer.ts'
import { undoes } from './undoes.ts'

export const custodySlice = slice('custody', custody, { checkOut, checkIn, transfer }, { undoes })
