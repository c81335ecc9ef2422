import { requestDrafts } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { drop } from './commands/drop.ts'
import { save } from './commands/save.ts'
import { list } from './queries/list.ts'

export const requestDraftsSlice = slice('requestDrafts', requestDrafts, { list, save, drop })
