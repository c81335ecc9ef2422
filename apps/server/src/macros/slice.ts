import { macros } from '@deskhand/contract'
import { undo } from '../platform/log/undo.ts'
import { slice } from '../platform/slice.ts'
import { add } from './commands/add.ts'
import { addResponse } from './commands/addResponse.ts'
import { change } from './commands/change.ts'
import { changeResponse } from './commands/changeResponse.ts'
import { remove } from './commands/remove.ts'
import { removeResponse } from './commands/removeResponse.ts'
import { run } from './commands/run.ts'
import { list } from './queries/list.ts'
import { offers } from './queries/offers.ts'
import { responses } from './queries/responses.ts'

export const macrosSlice = slice(
  'macros',
  macros,
  {
    responses,
    addResponse,
    changeResponse,
    removeResponse,
    list,
    add,
    change,
    remove,
    offers,
    run,
  },
  // That it was run is left in the log; its parts are what is taken back.
  { undoes: [undo({ on: 'macro.run', run: async () => undefined })] },
)
