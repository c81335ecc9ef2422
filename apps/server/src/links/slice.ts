import { links } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { add } from './commands/add.ts'
import { remove } from './commands/remove.ts'
import { list } from './queries/list.ts'
import { reactions } from './reactions.ts'

export const linksSlice = slice('links', links, { list, add, remove }, { reactions })
