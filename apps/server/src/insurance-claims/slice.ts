import { insuranceClaims } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { save } from './commands/save.ts'
import { get, list } from './queries/list.ts'

export const insuranceClaimsSlice = slice('insuranceClaims', insuranceClaims, { list, get, save })
