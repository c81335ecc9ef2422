import * as z from 'zod'
import { command, instant, list, read, uuid } from './kit.ts'
import { Doing, Present } from './realtime.ts'

/** Up to which entry of the other side somebody has read, and when they did first. */
export const Seen = z.strictObject({ activityId: uuid, at: instant })

export const presence = {
  list: read('GET /requests/:id/presence', {
    may: 'requests.work',
    summary: 'Who is at this request now, and who writes',
    reply: list(Present),
  }),
  look: command('PUT /requests/:id/presence', {
    may: 'requests.read',
    summary: 'Say that one is at this request; forgotten after 30 seconds',
    description: 'Sockets say so themselves; this is for whoever listens by server-sent events.',
    body: z.strictObject({ doing: Doing }),
    status: 204,
    log: false,
  }),
  leave: command('DELETE /requests/:id/presence', {
    may: 'requests.read',
    summary: 'Say that one is gone',
    status: 204,
    log: false,
  }),
  seen: read('GET /requests/:id/seen', {
    may: 'requests.read',
    summary: 'Up to where each side has read what the other wrote',
    reply: z.strictObject({ desk: Seen.nullable(), requester: Seen.nullable() }),
  }),
}
