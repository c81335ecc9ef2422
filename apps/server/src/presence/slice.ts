import { presence } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { leave } from './commands/leave.ts'
import { look } from './commands/look.ts'
import { list } from './queries/list.ts'
import { seen } from './queries/seen.ts'

export const presenceSlice = slice('presence', presence, { list, look, leave, seen })
