import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { endWithRequest } from './commands/end.ts'

export const reactions: Reaction[] = [
  reaction({
    on: ['request.moved', 'request.closed', 'request.deleted', 'request.sealed'],
    name: 'incidents.end_with_request',
    run: async (work) => {
      if (work.event.subjectId) await endWithRequest(work, work.event.subjectId)
    },
  }),
]
