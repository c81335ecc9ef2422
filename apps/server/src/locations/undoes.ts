import { mustBeUntouched, putBack } from '../operations/commands/putBack.ts'
import { callWithin } from '../platform/http/within.ts'
import { type Undo, undo } from '../platform/log/undo.ts'
import { change } from './commands/change.ts'
import { remove } from './commands/remove.ts'

export const undoes: Undo[] = [
  undo({
    on: 'location.added',
    run: async (work, event) => {
      await mustBeUntouched(work.tx, event)
      await callWithin(work, remove, { params: { id: event.subjectId ?? '' } })
    },
  }),
  putBack('location.changed', change),
]
