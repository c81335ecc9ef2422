import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import { freeSeats } from './commands/freeSeats.ts'

/**
 * What is freed when somebody leaves, and when a thing comes back or is retired. Whoever deletes a thing frees its seats
 * in the same deed: a job for each of what an import that is undone had added would be a hundred thousand.
 */
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
    on: 'asset.moved',
    name: 'licences.free_of_gone',
    run: async ({ event, ...work }) => {
      if (event.subjectId && isOver(event.data.to))
        await freeSeats({ ...work, actor: null }, { assetId: event.subjectId }, 'THING_GONE')
    },
  }),
]

const isOver = (state: string): boolean => state === 'RETIRED' || state === 'VOID'
