import { agreements } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { remove } from './commands/remove.ts'
import { update } from './commands/update.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'

export const agreementsSlice = slice('agreements', agreements, { list, get, create, update, remove })
