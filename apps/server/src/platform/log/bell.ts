import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Connection } from '../db/connection.ts'

/** Who waits longer than that for its line has nothing to say any more. */
const mostWords = 500

/** `wrote`: somebody committed events, the relay may look. `moved`: the relay moved on, sockets may look. */
export type Ring = 'wrote' | 'moved'

/**
 * Wakes who waits for the log: at once inside this process, and across processes by one coalesced NOTIFY on
 * a connection of its own (inside the transaction it would halve the throughput). A ring is a hint, never
 * the truth: everybody also looks by the clock.
 */
export class Bell {
  /** Our own rings were heard when they were rung. */
  readonly #self = randomUUID()
  #connection: Connection | null
  #client: pg.Client | null = null
  #listeners: Record<Ring, Set<() => void>> = { wrote: new Set(), moved: new Set() }
  #pending = new Set<Ring>()
  #hearers = new Set<(word: string) => void>()
  #words: string[] = []
  #sending = false
  #closed = false
  #retry: NodeJS.Timeout | null = null

  /** `connection` null: nobody else needs to hear, or is there to be heard. */
  constructor(connection: Connection | null) {
    this.#connection = connection
  }

  async open(): Promise<void> {
    if (!this.#connection || this.#closed) return
    const client = new pg.Client({ ...this.#connection, application_name: 'deskhand bell' })
    client.on('error', () => undefined)
    client.on('end', () => {
      if (this.#client !== client) return
      this.#client = null
      if (!this.#closed) this.#retry = setTimeout(() => void this.open(), 500)
    })
    client.on('notification', ({ channel, payload }) => {
      if (payload?.startsWith(this.#self)) return
      if (channel === 'deskhand_said') this.#hear(payload?.slice(this.#self.length) ?? '')
      if (channel === 'deskhand_wrote') this.#tell('wrote')
      if (channel === 'deskhand_moved') this.#tell('moved')
    })
    try {
      await client.connect()
      await client.query('listen deskhand_wrote; listen deskhand_moved; listen deskhand_said')
      this.#client = client
      // Whatever happened while nobody listened.
      this.#tell('wrote')
      this.#tell('moved')
    } catch {
      await client.end().catch(() => undefined)
      if (!this.#closed) this.#retry = setTimeout(() => void this.open(), 500)
    }
  }

  on(ring: Ring, listener: () => void): () => void {
    this.#listeners[ring].add(listener)
    return () => this.#listeners[ring].delete(listener)
  }

  ring(ring: Ring): void {
    this.#tell(ring)
    if (!this.#connection) return
    this.#pending.add(ring)
    void this.#send()
  }

  /** Hears what other processes say; nothing of it is kept, and what is said while the line is down is lost. */
  onWord(hearer: (word: string) => void): () => void {
    this.#hearers.add(hearer)
    return () => this.#hearers.delete(hearer)
  }

  /** At most 7,500 bytes. */
  say(word: string): void {
    if (!this.#client || this.#words.length >= mostWords) return
    this.#words.push(word)
    void this.#send()
  }

  #hear(word: string): void {
    for (const hearer of this.#hearers) hearer(word)
  }

  #tell(ring: Ring): void {
    for (const listener of this.#listeners[ring]) listener()
  }

  // While one NOTIFY is under way, rings gather for the next.
  async #send(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    while (this.#pending.size + this.#words.length > 0 && this.#client) {
      const rings = [...this.#pending]
      const words = this.#words.map((word) => `${this.#self}${word}`)
      this.#pending.clear()
      this.#words = []
      const client = this.#client
      if (rings.length > 0) {
        await client
          .query(rings.map((ring) => `notify deskhand_${ring}, '${this.#self}'`).join(';'))
          .catch(() => undefined)
      }
      if (words.length > 0) {
        await client
          .query("select pg_notify('deskhand_said', word) from unnest($1::text[]) word", [words])
          .catch(() => undefined)
      }
    }
    this.#sending = false
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#retry) clearTimeout(this.#retry)
    await this.#client?.end().catch(() => undefined)
  }
}
