import { businessUnits } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { remove } from './commands/remove.ts'
import { setScopes } from './commands/setScopes.ts'
import { update } from './commands/update.ts'
import { list } from './queries/list.ts'
import { scopes } from './queries/scopes.ts'
import { reactions } from './reactions.ts'

export const businessUnitsSlice = slice(
  'businessUnits',
  businessUnits,
  { list, create, update, remove, scopes, setScopes },
  { reactions },
)
