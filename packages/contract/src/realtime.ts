import * as z from 'zod'
import type { EventName } from './events.ts'
import { command, instant, uuid } from './kit.ts'

/** The two sides of a request: the desk, and whoever asked. */
export const Side = z.enum(['desk', 'requester'])
export type Side = z.infer<typeof Side>

/** What somebody does at a request at this moment. It is never kept. */
export const Doing = z.enum(['looking', 'replying', 'noting'])
export type Doing = z.infer<typeof Doing>

/** Somebody at a request, as others of its desk see them. */
export const Present = z.strictObject({ id: uuid, name: z.string(), doing: Doing })
export type Present = z.infer<typeof Present>

const anEventId = 'This is the id of an event or a position, as the server sent it: digits.'

/**
 * The socket `/api/v1/realtime/ws`, and `/api/v1/realtime/events` (server-sent events) where no socket can be opened; both
 * say the same. A client listens to topics: `request:<id or reference>`, `desk:<code>` (whoever works
 * on that desk), `assets` (every thing, for whoever works at a desk) and `me` (what concerns the person). The server pushes that something happened, not what: whoever wants
 * to know reads it, through the same door as everybody.
 */
export const ClientMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('subscribe'),
    topics: z.array(z.string().min(1).max(200)).max(200),
    /** The last event id, or position, that the client knows: what came since is sent first. */
    after: z
      .string()
      .regex(/^\d{1,15}$/, anEventId)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('unsubscribe'),
    topics: z.array(z.string().min(1).max(200)).max(200),
  }),
  /** I am at this request, of which I have the topic; said again every ten seconds, forgotten after thirty. */
  z.strictObject({
    type: z.literal('look'),
    topic: z.string().min(1).max(200),
    doing: z.union([Doing, z.literal('nothing')]),
  }),
  z.strictObject({ type: z.literal('pong') }),
])
export type ClientMessage = z.infer<typeof ClientMessage>

/** That something happened; what, whoever may know reads. */
export const PushedEvent = z.strictObject({
  type: z.literal('event'),
  /** Grows with every event on a line; a client that was told of one asks for what came after it. */
  id: z.string(),
  name: z.string(),
  subject: z.strictObject({ type: z.string(), id: z.string().nullable(), ref: z.string().nullable() }),
  at: z.string(),
  actor: z.strictObject({ id: z.string().nullable(), name: z.string().nullable() }).nullable(),
})

/** What `GET /realtime/events` takes in its address. */
export const StreamQuery = z.strictObject({
  topics: z
    .string()
    .max(10_000)
    .describe('Up to 200 topics behind commas, such as `me,desk:IT,request:IT-4921`.')
    .transform((text) => [...new Set(text.split(',').filter((one) => one !== ''))])
    .pipe(z.array(z.string().max(200)).min(1).max(200)),
  after: z
    .string()
    .regex(/^\d{1,15}$/, anEventId)
    .describe('The last event that is known; `Last-Event-ID` goes before it.')
    .optional(),
  ticket: z
    .string()
    .max(2_000)
    .describe('Of `POST /realtime/ticket`, for whoever can set no header.')
    .optional(),
})

export type ServerMessage =
  /** What was asked for and granted, after the events that were missed; everything up to `position` was sent. */
  | { type: 'subscribed'; topics: string[]; position: string }
  | { type: 'unsubscribed'; topics: string[] }
  /** Hidden and missing are refused in the same words. */
  | { type: 'refused'; topic: string; reason: string }
  | (Omit<z.infer<typeof PushedEvent>, 'name'> & { name: EventName })
  /**
   * Who is at these requests now, whole for each. The desk sees everyone; whoever is not of the desk only those of the
   * desk who write to them.
   */
  | { type: 'presence'; requests: { id: string; people: Present[] }[] }
  /** This side has read up to this entry. */
  | { type: 'seen'; request: string; by: Side; activityId: string; at: string }
  /** Too much was missed: read everything anew, and go on from this position. */
  | { type: 'reset'; id: string }
  /** The right to this topic was lost. */
  | { type: 'ended'; topic: string }
  | { type: 'ping' }
  /** The server goes; come back in a moment, with the last id. */
  | { type: 'reconnect' }
  | { type: 'problem'; detail: string }

export const realtime = {
  ticket: command('POST /realtime/ticket', {
    may: 'signed-in',
    summary: 'A ticket for one minute, for whoever can set no header',
    description: 'Goes into `?ticket=` of `/realtime/events`. It opens nothing else.',
    reply: z.strictObject({ ticket: z.string(), expiresAt: instant }),
    log: false,
  }),
}
