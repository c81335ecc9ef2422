import * as z from 'zod'
import { event, uuid } from './kit.ts'
import { Priority, RequestStatus } from './requestShapes.ts'

/** Whom an entry names; they are told of it. */
const mentions = z.strictObject({ people: z.array(uuid), teams: z.array(uuid) }).optional()
const change = z.record(z.string(), z.unknown())

type Changes = Record<string, readonly [unknown, unknown]>

/** Whom `request.assigned` gave it to, a person before a team; null when it was put back. */
export const givenTo = (changes: Changes): string | null | undefined => {
  const [before, after] = changes['assignedToId'] ?? changes['assignedTeamId'] ?? []
  return before !== after && (typeof after === 'string' || after === null) ? after : undefined
}

/** The sentence of `request.assigned` by what it changed; `name` is whose it is now. Null where the log does not say. */
export function givenWords(changes: Changes, actorId: string | null, name: string | undefined) {
  const to = givenTo(changes)
  if (to === undefined) return null
  if (to === null) {
    return changes['assignedToId']
      ? '{actor} put {ref} back to the queue'
      : '{actor} took {ref} from its team'
  }
  if (to === actorId) return '{actor} took {ref}'
  return name ? '{actor} gave {ref} to {name}' : null
}

export const requestEvents = {
  'request.created': event(
    'everyone',
    '{actor} opened {ref}',
    z.strictObject({ summary: z.string(), onBehalf: z.boolean() }),
  ),
  'request.updated': event(
    'everyone',
    '{actor} changed {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'request.moved': event(
    'everyone',
    '{actor} moved {ref} to {to}',
    z.strictObject({
      from: RequestStatus,
      to: RequestStatus,
      activityId: uuid.optional(),
      details: change.optional(),
    }),
  ),
  /** Nobody has answered the question for so many working days. */
  'request.reminded': event(
    'everyone',
    'Deskhand reminded of the question on {ref}',
    z.strictObject({ from: RequestStatus, to: RequestStatus, days: z.int(), details: change }),
  ),
  'request.replied': event(
    'everyone',
    '{actor} replied on {ref}',
    z.strictObject({ activityId: uuid, byRequester: z.boolean(), mentions }),
  ),
  'request.noted': event(
    'staff',
    '{actor} wrote a note on {ref}',
    z.strictObject({ activityId: uuid, mentions }),
  ),
  /** What a requester wrote to a merged request, as who works on the other hears of it. */
  'request.reply_landed': event(
    'staff',
    '{actor} replied to what was merged into {ref}',
    z.strictObject({ activityId: uuid, viaId: uuid }),
  ),
  'request.assigned': event(
    'everyone',
    '{actor} assigned {ref}',
    z.strictObject({ assignedToId: uuid.nullable(), assignedTeamId: uuid.nullable() }),
  ),
  'request.prioritised': event(
    'everyone',
    '{actor} set the priority of {ref}',
    z.strictObject({ priority: Priority }),
  ),
  'request.tagged': event('staff', '{actor} tagged {ref}', z.strictObject({ tags: z.array(z.string()) })),
  'request.sealed': event(
    'staff',
    '{actor} changed who may see {ref}',
    z.strictObject({ isConfidential: z.boolean() }),
  ),
  'request.answers_revealed': event(
    'nobody',
    '{actor} looked at the encrypted answers of {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  /** Of a confidential request: for whoever may see that it is there. */
  'request.opened': event('nobody', '{actor} opened {ref}', z.strictObject({})),
  'request.closed': event('everyone', '{actor} closed {ref}', z.strictObject({})),
  'request.deleted': event('everyone', '{actor} deleted {ref}', z.strictObject({})),
  'request.restored': event('everyone', '{actor} restored {ref}', z.strictObject({})),
}
