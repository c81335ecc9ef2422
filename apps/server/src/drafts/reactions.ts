import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { drop } from './access.ts'

/** What was sent is no draft any more, by whichever way it went out; what was begun since stays. */
export const reactions: Reaction[] = [
  reaction({
    on: ['request.replied', 'request.noted'],
    name: 'drafts.drop_sent',
    run: async ({ tx, event }) => {
      const kind = event.name === 'request.noted' ? 'note' : 'reply'
      await drop(tx, event.subjectId, event.actorId, kind, event.at)
    },
  }),
]
