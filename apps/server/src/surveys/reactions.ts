import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { ask } from './commands/ask.ts'
import { withdraw } from './commands/withdraw.ts'

export const reactions: Reaction[] = [
  reaction({
    on: 'request.moved',
    name: 'surveys.ask',
    run: async (work) => {
      const { to, details } = work.event.data
      // What was corrected was solved long ago.
      if (to === 'RESOLVED' && !details?.['correction']) await ask(work)
    },
  }),
  reaction({
    on: ['request.moved', 'request.deleted', 'request.sealed'],
    name: 'surveys.withdraw',
    run: withdraw,
  }),
]
