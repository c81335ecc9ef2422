import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { ask } from './commands/ask.ts'
import { withdraw } from './commands/withdraw.ts'

export const reactions: Reaction[] = [
  reaction({
    on: 'request.moved',
    name: 'surveys.ask',
    run: async (work) => {
      if (work.event.data.to === 'RESOLVED') await ask(work)
    },
  }),
  reaction({
    on: ['request.moved', 'request.deleted', 'request.sealed'],
    name: 'surveys.withdraw',
    run: withdraw,
  }),
]
