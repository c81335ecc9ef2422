import { ClientMessage } from '@deskhand/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { RawData } from 'ws'
import type { z } from 'zod'
import { sentenceOf } from '../http/sentences.ts'
import type { Audience } from './audience.ts'
import type { Peer } from './peer.ts'
import { closing } from './wire.ts'

/** A client's message may be so long; the socket itself lets four times that through, so that we can say so. */
export const longestMessage = 16 * 1024
/** After so many messages that made no sense the socket is closed. */
const mostStrikes = 5
/** So many of a client's messages may wait for the database. */
const mostWaiting = 20

const words = {
  tooLong: 'A message may have at most 16 KB.',
  binary: 'Send text: JSON, one message each.',
  noField: 'There is no such field.',
  noJson: 'This is not JSON.',
  unknown:
    'There is no such message. Send subscribe or unsubscribe with topics (at most 200, each a text), look with a topic and doing, or pong.',
  wrong: (place: string, sentence: string) => `Check ${place}: ${sentence}`,
  tooMany: 'Wait for an answer before you ask for more.',
  trouble: 'This cannot be answered just now. Come back in a moment.',
}

type Options = {
  audience: Audience
  log: FastifyBaseLogger
  subscribe: (peer: Peer, message: Extract<ClientMessage, { type: 'subscribe' }>) => Promise<void>
  look: (peer: Peer, message: Extract<ClientMessage, { type: 'look' }>) => void
}

/** The field that is wrong, by name; of a message that there is none of, which ones there are. */
function faultOf({ issues: [issue] }: z.ZodError): string {
  if (!issue || issue.path.length === 0 || issue.path[0] === 'type')
    return issue?.code === 'unrecognized_keys'
      ? words.wrong(issue.keys.join(', '), words.noField)
      : words.unknown
  return words.wrong(issue.path.join('.').slice(0, 100), sentenceOf(issue))
}

/** Understands what a client says, one message after the other. */
export function openConverse({ audience, log, subscribe, look }: Options) {
  const strike = (peer: Peer, detail: string) => {
    peer.strikes += 1
    peer.say({ type: 'problem', detail })
    if (peer.strikes >= mostStrikes) peer.socket.close(closing.abuse, 'Too many messages that make no sense.')
  }

  const understand = (data: RawData, isBinary: boolean): ClientMessage | string => {
    if (isBinary) return words.binary
    // Without fragments in an array or an ArrayBuffer, which ws gives only when asked to: a Buffer.
    if (!Buffer.isBuffer(data)) return words.binary
    if (data.length > longestMessage) return words.tooLong
    let value: unknown
    try {
      value = JSON.parse(data.toString('utf8'))
    } catch {
      return words.noJson
    }
    const message = ClientMessage.safeParse(value)
    return message.success ? message.data : faultOf(message.error)
  }

  const act = async (peer: Peer, message: ClientMessage): Promise<void> => {
    if (!peer.isOpen) return
    if (message.type === 'look') look(peer, message)
    if (message.type === 'subscribe') await subscribe(peer, message)
    if (message.type === 'unsubscribe') {
      const company = audience.of(peer.actor.companyId)
      const topics = [...new Set(message.topics)].filter((name) => company.unsubscribe(peer, name))
      peer.say({ type: 'unsubscribed', topics })
    }
  }

  const queue = (peer: Peer, message: ClientMessage): void => {
    peer.waiting += 1
    peer.work = (peer.work ?? Promise.resolve())
      .then(() => act(peer, message))
      .catch((error: unknown) => {
        log.warn({ err: error }, 'a socket could not be answered')
        // Whatever it held is not let go: it comes back and asks for all it missed.
        peer.say({ type: 'problem', detail: words.trouble })
        peer.socket.close(closing.later, 'Come back in a moment.')
      })
      .finally(() => {
        peer.waiting -= 1
        if (peer.waiting === 0) peer.work = null
      })
  }

  const hear = (peer: Peer, data: RawData, isBinary: boolean): void => {
    peer.isAlive = true
    const message = understand(data, isBinary)
    if (typeof message === 'string') strike(peer, message)
    else if (message.type === 'pong') return
    else if (message.type === 'look' && peer.waiting === 0) look(peer, message)
    else if (peer.waiting >= mostWaiting) strike(peer, words.tooMany)
    else queue(peer, message)
  }

  return { hear, queue }
}
