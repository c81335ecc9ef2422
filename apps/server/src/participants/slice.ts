import { participants } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { add } from './commands/add.ts'
import { leave } from './commands/leave.ts'
import { remove } from './commands/remove.ts'
import { invitation } from './queries/invitation.ts'
import { list } from './queries/list.ts'
import { undoes } from './undoes.ts'

export const participantsSlice = slice(
  'participants',
  participants,
  { list, add, remove, invitation, leave },
  { undoes },
)
