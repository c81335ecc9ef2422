import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Connection } from '../db/connection.ts'

/** `wrote`: somebody committed events, the relay may look. `moved`: the relay moved on, sockets may look. */
/** Our own rings were heard when they were rung. */
const self = randomUUID()

export type Ring = 'wrote' | 'moved'

/**
 * Wakes who waits for the log: at once inside this process, and across processes by one coalesced NOTIFY on
 * a connection of its own (inside the transaction it would halve the throughput). A ring is a hint, never
 * the truth: everybody also looks by the clock.
 */
export class Bell {
  #connection: Connection | null
  #client: pg.Client | null = null
  #listeners: Record<Ring, Set<() => void>> = { wrote: new Set(), moved: new Set() }
  #pending = new Set<Ring>()
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
      if (payload === self) return
      if (channel === 'deskhand_wrote') this.#tell('wrote')
      if (channel === 'deskhand_moved') this.#tell('moved')
    })
    try {
      await client.connect()
      await client.query('listen deskhand_wrote; listen deskhand_moved')
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

  #tell(ring: Ring): void {
    for (const listener of this.#listeners[ring]) listener()
  }

  // While one NOTIFY is under way, rings gather for the next.
  async #send(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    while (this.#pending.size > 0 && this.#client) {
      const rings = [...this.#pending]
      this.#pending.clear()
      await this.#client
        .query(rings.map((ring) => `notify deskhand_${ring}, '${self}'`).join(';'))
        .catch(() => undefined)
    }
    this.#sending = false
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#retry) clearTimeout(this.#retry)
    await this.#client?.end().catch(() => undefined)
  }
}
