import { tasks } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { add } from './commands/add.ts'
import { addTemplate } from './commands/addTemplate.ts'
import { change } from './commands/change.ts'
import { changeTemplate } from './commands/changeTemplate.ts'
import { remove } from './commands/remove.ts'
import { removeTemplate } from './commands/removeTemplate.ts'
import { restore } from './commands/restore.ts'
import { list } from './queries/list.ts'
import { mine } from './queries/mine.ts'
import { templates } from './queries/templates.ts'
import { schedules } from './schedules.ts'

export const tasksSlice = slice(
  'tasks',
  tasks,
  {
    list,
    mine,
    add,
    change,
    remove,
    restore,
    templates,
    addTemplate,
    changeTemplate,
    removeTemplate,
  },
  { schedules },
)
