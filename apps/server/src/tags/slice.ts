import { tags } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { importTags } from './commands/import.ts'
import { remove } from './commands/remove.ts'
import { setRule } from './commands/setRule.ts'
import { update } from './commands/update.ts'
import { list } from './queries/list.ts'
import { reactions } from './reactions.ts'
import { undoes } from './undoes.ts'

export const tagsSlice = slice(
  'tags',
  tags,
  { list, create, update, remove, import: importTags, setRule },
  { reactions, undoes },
)
