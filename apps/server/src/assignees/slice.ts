import { assignees } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { change } from './commands/change.ts'
import { list } from './queries/list.ts'
import { reactions } from './reactions.ts'

export const assigneesSlice = slice('assignees', assignees, { list, change }, { reactions })
