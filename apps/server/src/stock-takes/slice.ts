import { stockTakes } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { askHolders } from './commands/askHolders.ts'
import { change } from './commands/change.ts'
import { complete } from './commands/complete.ts'
import { create } from './commands/create.ts'
import { measure } from './commands/measure.ts'
import { move } from './commands/move.ts'
import { scans } from './commands/scans.ts'
import { departments } from './queries/departments.ts'
import { get } from './queries/get.ts'
import { items } from './queries/items.ts'
import { list } from './queries/list.ts'
import { report } from './queries/report.ts'
import { sheet } from './queries/sheet.ts'
import { reactions } from './reactions.ts'
import { schedules } from './schedules.ts'
import { undoes } from './undoes.ts'

export const stockTakesSlice = slice(
  'stockTakes',
  stockTakes,
  {
    list,
    measure,
    create,
    get,
    change,
    askHolders,
    items,
    sheet,
    move,
    scans,
    complete,
    report,
    departments,
  },
  { reactions, undoes, schedules },
)
