import { kits } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { add } from './commands/add.ts'
import { change } from './commands/change.ts'
import { checkOut } from './commands/checkOut.ts'
import { remove } from './commands/remove.ts'
import { takeBack } from './commands/takeBack.ts'
import { handOuts } from './queries/handOuts.ts'
import { list } from './queries/list.ts'
import { offer } from './queries/offer.ts'
import { undoes } from './undoes.ts'

export const kitsSlice = slice(
  'kits',
  kits,
  { list, add, change, remove, offer, checkOut, handOuts, takeBack },
  { undoes },
)
