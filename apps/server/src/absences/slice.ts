import { absences } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { remove } from './commands/remove.ts'
import { colleagues } from './queries/colleagues.ts'
import { list } from './queries/list.ts'

export const absencesSlice = slice('absences', absences, { list, colleagues, create, remove })
