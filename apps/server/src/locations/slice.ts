import { locations } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { add } from './commands/add.ts'
import { change } from './commands/change.ts'
import { remove } from './commands/remove.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { qr } from './queries/qr.ts'
import { undoes } from './undoes.ts'

export const locationsSlice = slice(
  'locations',
  locations,
  { list, add, get, change, remove, qr },
  { undoes },
)
