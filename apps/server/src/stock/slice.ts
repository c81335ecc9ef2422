import { stock } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { add } from './commands/add.ts'
import { change } from './commands/change.ts'
import { issue } from './commands/issue.ts'
import { move } from './commands/move.ts'
import { release } from './commands/release.ts'
import { remove } from './commands/remove.ts'
import { reorder } from './commands/reorder.ts'
import { reserve } from './commands/reserve.ts'
import { transfer } from './commands/transfer.ts'
import { belowMinimum } from './queries/belowMinimum.ts'
import { get } from './queries/get.ts'
import { mine, ofAsset, ofPerson } from './queries/held.ts'
import { list } from './queries/list.ts'
import { movements } from './queries/movements.ts'
import { ofRequest } from './queries/ofRequest.ts'
import { reactions } from './reactions.ts'
import { schedules } from './schedules.ts'
import { undoes } from './undoes.ts'

export const stockSlice = slice(
  'stock',
  stock,
  {
    list,
    add,
    belowMinimum,
    reorder,
    get,
    change,
    remove,
    movements,
    move,
    transfer,
    issue,
    reserve,
    release,
    ofRequest,
    ofAsset,
    mine,
    ofPerson,
  },
  { reactions, schedules, undoes },
)
