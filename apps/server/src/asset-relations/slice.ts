import { assetRelations } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { add } from './commands/add.ts'
import { remove } from './commands/remove.ts'
import { setComponents } from './commands/setComponents.ts'
import { components } from './queries/components.ts'
import { impact } from './queries/impact.ts'
import { list } from './queries/list.ts'

export const assetRelationsSlice = slice('assetRelations', assetRelations, {
  list,
  add,
  remove,
  impact,
  components,
  setComponents,
})
