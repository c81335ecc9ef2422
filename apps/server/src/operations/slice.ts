import { operations } from '@deskhand/contract'
import { reaction } from '../platform/jobs/reaction.ts'
import { slice } from '../platform/slice.ts'
import { carryOn } from './carryOn.ts'
import { cancel } from './commands/cancel.ts'
import { undo, undoBatch } from './commands/undo.ts'
import { download } from './queries/download.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'
import { results } from './queries/results.ts'
import { undoable } from './queries/undoable.ts'

export const operationsSlice = slice(
  'operations',
  operations,
  { list, get, results, download, cancel, undoable, undo },
  {
    batches: [undoBatch],
    reactions: (platform) => [
      reaction({
        on: 'operation.begun',
        name: 'operations.carry_on',
        runOutside: ({ event }) => carryOn(platform, event.companyId, event.subjectId ?? ''),
      }),
    ],
  },
)
