import * as z from 'zod'
import type { EventName } from './events.ts'

/**
 * The socket `/api/v1/realtime/ws`. A client listens to topics: `request:<id or reference>`, `desk:<code>` (whoever works
 * on that desk) and `me` (what concerns the person). The server pushes that something happened, not what: whoever wants
 * to know reads it, through the same door as everybody.
 */
export const ClientMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('subscribe'),
    topics: z.array(z.string().min(1).max(200)).max(200),
    /** The last event id, or position, that the client knows: what came since is sent first. */
    after: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('unsubscribe'),
    topics: z.array(z.string().min(1).max(200)).max(200),
  }),
  z.strictObject({ type: z.literal('pong') }),
])
export type ClientMessage = z.infer<typeof ClientMessage>

export type ServerMessage =
  /** What was asked for and granted, after the events that were missed; everything up to `position` was sent. */
  | { type: 'subscribed'; topics: string[]; position: string }
  | { type: 'unsubscribed'; topics: string[] }
  /** Hidden and missing are refused in the same words. */
  | { type: 'refused'; topic: string; reason: string }
  | {
      type: 'event'
      /** Grows with every event on a socket; a client that was told of one asks for what came after it. */
      id: string
      name: EventName
      subject: { type: string; id: string | null; ref: string | null }
      at: string
      actor: { id: string | null; name: string | null } | null
    }
  /** Too much was missed: read everything anew, and go on from this position. */
  | { type: 'reset'; id: string }
  /** The right to this topic was lost. */
  | { type: 'ended'; topic: string }
  | { type: 'ping' }
  /** The server goes; come back in a moment, with the last id. */
  | { type: 'reconnect' }
  | { type: 'problem'; detail: string }
