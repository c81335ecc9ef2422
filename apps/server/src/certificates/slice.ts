import { certificates } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { change } from './commands/change.ts'
import { create } from './commands/create.ts'
import { remove } from './commands/remove.ts'
import { get, list } from './queries/list.ts'
import { undoes } from './undoes.ts'

export const certificatesSlice = slice(
  'certificates',
  certificates,
  { list, get, create, change, remove },
  { undoes },
)
