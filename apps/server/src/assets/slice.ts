import { assets } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { batch } from './batch.ts'
import { bulk } from './commands/bulk.ts'
import { change } from './commands/change.ts'
import { create } from './commands/create.ts'
import { remove, restore } from './commands/remove.ts'
import { transition } from './commands/transition.ts'
import { bySerial, byTag } from './queries/byTag.ts'
import { custody } from './queries/custody.ts'
import { events } from './queries/events.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { costs, depreciation } from './queries/money.ts'
import { transitions } from './queries/transitions.ts'
import { undoes } from './undoes.ts'

export const assetsSlice = slice(
  'assets',
  assets,
  {
    list,
    create,
    get,
    change,
    byTag,
    bySerial,
    transitions,
    transition,
    events,
    custody,
    remove,
    restore,
    bulk,
    depreciation,
    costs,
  },
  { batches: [batch], undoes },
)
