import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { freeSeats } from './commands/freeSeats.ts'

/** What is freed when somebody leaves, and when a thing comes back, is retired or was an error. */
export const reactions: Reaction[] = [
  reaction({
    on: ['person.blocked', 'person.deleted'],
    name: 'licences.free_of_leaver',
    run: async ({ event, ...work }) => {
      if (event.subjectId)
        await freeSeats({ ...work, actor: null }, { personId: event.subjectId }, 'PERSON_LEFT')
    },
  }),
  reaction({
    on: 'asset.checked_in',
    name: 'licences.free_of_returned',
    run: async ({ event, ...work }) => {
      if (event.subjectId)
        await freeSeats({ ...work, actor: null }, { assetId: event.subjectId }, 'CHECKED_IN')
    },
  }),
  reaction({
    on: ['asset.moved', 'asset.deleted'],
    name: 'licences.free_of_gone',
    run: async ({ event, ...work }) => {
      const isGone = event.name === 'asset.deleted' || ('to' in event.data && isOver(event.data.to))
      if (event.subjectId && isGone)
        await freeSeats({ ...work, actor: null }, { assetId: event.subjectId }, 'THING_GONE')
    },
  }),
]

const isOver = (state: string): boolean => state === 'RETIRED' || state === 'VOID'
