import { teams } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { change, close } from './commands/change.ts'
import { create } from './commands/create.ts'
import { setMembers } from './commands/setMembers.ts'
import { get } from './queries/get.ts'

export const teamsSlice = slice('teams', teams, { get, create, change, setMembers, close })
