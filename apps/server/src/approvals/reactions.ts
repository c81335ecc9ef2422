import { sql } from 'kysely'
import type { Db } from '../platform/db/kysely.ts'
import { type Reaction, reaction } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { lockSome, type RequestRecord } from '../requests/access.ts'
import { carryOn } from './carryOn.ts'
import { keepUp } from './keepUp.ts'

/** What a request can be changed in that somebody may have agreed to. */
const boundFields = ['requestTypeId', 'customFields', 'requesterId']
/** What is agreed to where there is no form. */
const words = ['summary', 'description']

/** Waits for whoever is at it: the event comes once. */
async function lockIt(db: Db, { companyId, subjectId }: LoggedEvent): Promise<RequestRecord | undefined> {
  const [request] = await lockSome(db, companyId, sql<boolean>`requests.id = ${subjectId}`, 1, { wait: true })
  return request
}

export const reactions: Reaction[] = [
  reaction({
    on: ['request.created', 'request.moved'],
    name: 'approvals.keep_up',
    run: async ({ tx, db, record, event }) => {
      const request = await lockIt(db, event)
      const cause = event.name === 'request.created' ? 'created' : 'moved'
      if (request) await keepUp({ tx, record }, request, cause)
    },
  }),
  reaction({
    on: 'request.updated',
    name: 'approvals.compare',
    run: async ({ tx, db, record, event }) => {
      // One answer of a form is `customFields.estimatedPrice` where a change is taken back.
      const isOf = (names: string[]) =>
        event.data.fields.some((field) => names.includes(field.split('.')[0] ?? ''))
      const isChanged = isOf(boundFields)
      if (!isChanged && !isOf(words)) return
      const request = await lockIt(db, event)
      if (request) await keepUp({ tx, record }, request, isChanged ? 'changed' : 'reworded')
    },
  }),
  reaction({
    on: 'absence.entered',
    name: 'approvals.stand_in',
    run: async ({ tx, db, record, event }) => {
      const theirs = sql<boolean>`requests.id in (select v.request_id from app.approval_votes v
        where v.company_id = ${event.companyId} and v.state = 'PENDING' and v.person_id = ${event.actorId})`
      const requests = await lockSome(db, event.companyId, theirs, 500, { wait: true })
      for (const request of requests) await carryOn({ tx, record }, request)
    },
  }),
]
