import type { ServerMessage } from '@deskhand/contract'
import type { Actor } from '../actor.ts'
import { encode } from './wire.ts'

/**
 * What a socket listens to, by the name its client gave it. Of a request also where it lies and whether it is
 * confidential, as far as the log has told; see `presence.ts`.
 */
export type Topic =
  | { kind: 'request'; id: string; deskId: string; isConfidential: boolean }
  | { kind: 'desk'; id: string }
  | { kind: 'assets'; id: '' }
  | { kind: 'me'; id: '' }

/** What carries messages to a client: a WebSocket, or a stream of events. */
export type Line = {
  readonly readyState: number
  readonly OPEN: number
  readonly bufferedAmount: number
  /** `false` where the client can say nothing, so that its silence means nothing. */
  readonly answers?: boolean
  send: (message: Buffer, options: { binary: boolean }) => void
  close: (code: number, reason: string) => void
  terminate: () => void
  ping: () => void
}

/** Who cannot keep up with so many bytes is let go; they come back and get what they missed. */
const mostUnsent = 1024 * 1024
const mostHeld = 5_000
const text = { binary: false }

let count = 0

/** One open socket. Small: thousands of them mostly do nothing. */
export class Peer {
  readonly socket: Line
  /** Tells it from the other sockets of its person. */
  readonly way = `socket ${count++}`
  actor: Actor
  readonly topics = new Map<string, Topic>()
  /** Nothing up to this id is sent (again). */
  last = 0
  /** Whether it was heard of since the last ping. */
  isAlive = true
  /** Whether the rights it came with may be older than what the log has told us. */
  isDoubtful: boolean
  strikes = 0
  /** How many of its messages wait, and the work on the last of them. */
  waiting = 0
  work: Promise<void> | null = null
  #held: { id: number; message: Buffer }[] | null = null

  constructor(socket: Line, actor: Actor, isDoubtful: boolean) {
    this.socket = socket
    this.actor = actor
    this.isDoubtful = isDoubtful
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN
  }

  say(message: ServerMessage): void {
    this.send(encode(message))
  }

  send(message: Buffer): void {
    if (!this.isOpen) return
    if (this.socket.bufferedAmount > mostUnsent) this.socket.terminate()
    else this.socket.send(message, text)
  }

  /** Passes an event on, in the order of the log; holds it while older ones are still being read. */
  push(id: number, message: Buffer): void {
    if (!this.#held) this.pushNow(id, message)
    else if (this.#held.length >= mostHeld) this.socket.terminate()
    else this.#held.push({ id, message })
  }

  /** Passes on an event that was missed, ahead of those that are held. */
  pushNow(id: number, message: Buffer): void {
    if (id <= this.last) return
    this.last = id
    this.send(message)
  }

  hold(): void {
    this.#held ??= []
  }

  letGo(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const { id, message } of held) this.pushNow(id, message)
  }

  /** Listens to this record by any name. */
  has(kind: Topic['kind'], id = ''): boolean {
    for (const topic of this.topics.values()) if (topic.kind === kind && topic.id === id) return true
    return false
  }
}
