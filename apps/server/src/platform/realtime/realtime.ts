import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import type { RawData, WebSocket } from 'ws'
import type { Actor } from '../actor.ts'
import type { Pools } from '../db/pools.ts'
import type { Bell } from '../log/bell.ts'
import { Audience } from './audience.ts'
import { longestMessage, openConverse } from './converse.ts'
import { deliver } from './deliver.ts'
import type { Doors } from './doors.ts'
import { findEnd, followLog } from './follow.ts'
import { Peer } from './peer.ts'
import { openPulse, type Pace, usualPace } from './pulse.ts'
import { openRights } from './rights.ts'
import { openSubscribe } from './subscribe.ts'
import { closing, encode } from './wire.ts'

/**
 * How the WebSocket server must be opened. Compression would cost each socket hundreds of kilobytes, and its messages
 * are short.
 */
export const socketOptions = { perMessageDeflate: false, maxPayload: 4 * longestMessage } as const

export type Hub = {
  /** Takes over a socket that was opened for this person. */
  connect: (socket: WebSocket, actor: Actor) => void
  counts: () => { sockets: number; topics: number; position: number }
  /** Tells all sockets to come back elsewhere, and closes them. */
  stop: () => Promise<void>
}

type Options = {
  pools: Pools
  bell: Bell
  log: FastifyBaseLogger
  doors: Doors
  pace?: Pace
}

/** An actor may have been read so long before the socket came; see identity's cache of actors. */
const oldestActor = 5_000

/** Pushes the log to the sockets of those who may hear of it, from where the relay is now. */
export async function startRealtime({ pools, bell, log, doors, pace = usualPace }: Options): Promise<Hub> {
  const audience = new Audience()
  const rights = openRights(audience, doors)
  let position = await findEnd(pools.relay)
  const subscribe = openSubscribe({
    pools,
    audience,
    doors,
    rights,
    position: () => position,
    end: () => findEnd(pools.relay),
  })
  const converse = openConverse({ audience, log, subscribe })
  const follower = followLog({
    pool: pools.relay,
    bell,
    log,
    from: position,
    async pass(rows) {
      // After a failure they come again.
      const fresh = rows.filter(({ id }) => id > position)
      await rights.before(fresh)
      await deliver(audience, doors, fresh, () => {
        position = fresh.at(-1)?.id ?? position
      })
      await rights.after(rows)
    },
  })
  const pulse = openPulse({ audience, rights, log, pace })
  let isStopping = false

  const connect: Hub['connect'] = (socket, actor) => {
    const company = audience.of(actor.companyId)
    if (isStopping) return socket.close(closing.restart, 'Restarting.')
    const isDoubtful = performance.now() - company.rightsChangedAt < oldestActor
    const peer = new Peer(socket, actor, isDoubtful)
    company.enter(peer)
    socket.on('message', (data: RawData, isBinary: boolean) => converse(peer, data, isBinary))
    socket.on('pong', () => {
      peer.isAlive = true
    })
    socket.on('close', () => company.leave(peer))
    // It closes right after, and that is all there is to say about it.
    socket.on('error', () => undefined)
    pulse.enter(peer)
  }

  return {
    connect,
    counts() {
      let sockets = 0
      let topics = 0
      for (const peer of audience.all()) {
        sockets += 1
        topics += peer.topics.size
      }
      return { sockets, topics, position }
    },
    async stop() {
      isStopping = true
      pulse.stop()
      await follower.stop()
      const goodbye = encode({ type: 'reconnect' })
      for (const peer of audience.all()) {
        peer.send(goodbye)
        peer.socket.close(closing.restart, 'Restarting.')
      }
      const end = performance.now() + 2_000
      while (performance.now() < end && [...audience.all()].length > 0) await pause(20)
      for (const peer of audience.all()) peer.socket.terminate()
    },
  }
}
