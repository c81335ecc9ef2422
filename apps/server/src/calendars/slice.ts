import { calendars } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { importHolidays } from './commands/importHolidays.ts'
import { remove } from './commands/remove.ts'
import { update } from './commands/update.ts'
import { calc } from './queries/calc.ts'
import { list } from './queries/list.ts'

export const calendarsSlice = slice('calendars', calendars, {
  list,
  create,
  update,
  remove,
  importHolidays,
  calc,
})
