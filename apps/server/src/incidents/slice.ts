import { incidents } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { declare } from './commands/declare.ts'
import { end } from './commands/end.ts'
import { join } from './commands/join.ts'
import { leave } from './commands/leave.ts'
import { update } from './commands/update.ts'
import { affected } from './queries/affected.ts'
import { list } from './queries/list.ts'
import { reactions } from './reactions.ts'

export const incidentsSlice = slice(
  'incidents',
  incidents,
  { list, declare, join, leave, affected, update, end },
  { reactions },
)
