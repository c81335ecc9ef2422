import { type Undo, undo } from '../platform/log/undo.ts'
import { withdrawEntry } from './commands/withdraw.ts'

/** What an operation said is withdrawn, as its author or who leads the desk would; those who read it have read it. */
export const undoes: Undo[] = [
  undo({
    on: ['request.noted', 'request.replied'],
    run: async (work, event) => {
      await withdrawEntry(work, { id: event.subjectId ?? '', activityId: event.data.activityId })
    },
  }),
]
