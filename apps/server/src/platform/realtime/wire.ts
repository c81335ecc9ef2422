import type { ServerMessage } from '@deskhand/contract'
import type { LogRow } from './row.ts'

/** A message as bytes, made once however many sockets it goes to. */
export const encode = (message: ServerMessage): Buffer => Buffer.from(JSON.stringify(message))

export const eventMessage = (row: LogRow): Buffer =>
  encode({
    type: 'event',
    id: String(row.id),
    name: row.name,
    subject: { type: row.subjectType, id: row.subjectId, ref: row.subjectRef },
    at: row.at.toISOString(),
    actor: row.actorId === null && row.actorName === null ? null : { id: row.actorId, name: row.actorName },
  })

/** The socket's closing codes; 4000 and above are ours (RFC 6455 §7.4.2). */
export const closing = { restart: 1012, later: 1013, abuse: 1008, signedOut: 4401 } as const
