import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import type { RawData, WebSocket } from 'ws'
import type { Actor } from '../actor.ts'
import type { Pools } from '../db/pools.ts'
import type { Bell } from '../log/bell.ts'
import { Audience } from './audience.ts'
import type { Board } from './board.ts'
import { longestMessage, openConverse } from './converse.ts'
import { deliver } from './deliver.ts'
import type { Doors } from './doors.ts'
import { findEnd, followLog } from './follow.ts'
import { type Line, Peer } from './peer.ts'
import { openPresence } from './presence.ts'
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
  /** The same for a line on which nothing can be said: what it listens to is asked for at once. */
  stream: (line: Line, actor: Actor, wants: { topics: string[]; after?: string }) => { left: () => void }
  counts: () => { sockets: number; topics: number; position: number }
  /** Tells all sockets to come back elsewhere, and closes them. */
  stop: () => Promise<void>
}

type Options = {
  pools: Pools
  bell: Bell
  board: Board
  log: FastifyBaseLogger
  doors: Doors
  pace?: Pace
}

/** An actor may have been read so long before the socket came; see identity's cache of actors. */
const oldestActor = 5_000

/** Pushes the log to the sockets of those who may hear of it, from where the relay is now. */
export async function startRealtime({
  pools,
  bell,
  board,
  log,
  doors,
  pace = usualPace,
}: Options): Promise<Hub> {
  const audience = new Audience((peer, topic) => presence.left(peer, topic))
  const presence = openPresence({ audience, board, doors })
  const rights = openRights(audience, doors)
  let position = await findEnd(pools.relay)
  const subscribe = openSubscribe({
    pools,
    audience,
    doors,
    rights,
    presence,
    position: () => position,
    end: () => findEnd(pools.relay),
  })
  const converse = openConverse({ audience, log, subscribe, look: presence.look })
  const follower = followLog({
    pool: pools.relay,
    bell,
    log,
    from: position,
    async pass(rows) {
      // After a failure they come again.
      const fresh = rows.filter(({ id }) => id > position)
      await rights.before(fresh)
      presence.learn(fresh)
      await deliver(audience, doors, fresh, () => {
        position = fresh.at(-1)?.id ?? position
      })
      await rights.after(rows)
    },
  })
  const pulse = openPulse({ audience, rights, log, pace })
  let isStopping = false

  const take = (line: Line, actor: Actor): { peer: Peer; left: () => void } | null => {
    const company = audience.of(actor.companyId)
    if (isStopping) {
      line.close(closing.restart, 'Restarting.')
      return null
    }
    const isDoubtful = performance.now() - company.rightsChangedAt < oldestActor
    const peer = new Peer(line, actor, isDoubtful)
    company.enter(peer)
    pulse.enter(peer)
    const isDesk = actor.desks.size > 0
    const who = { personId: actor.id, name: actor.name }
    if (isDesk) board.atWork(actor.companyId, who, peer.way, true)
    return {
      peer,
      left: () => {
        company.leave(peer)
        if (isDesk) board.atWork(actor.companyId, who, peer.way, false)
      },
    }
  }

  const connect: Hub['connect'] = (socket, actor) => {
    const taken = take(socket, actor)
    if (!taken) return
    const { peer, left } = taken
    socket.on('message', (data: RawData, isBinary: boolean) => converse.hear(peer, data, isBinary))
    socket.on('pong', () => {
      peer.isAlive = true
    })
    socket.on('close', left)
    // It closes right after, and that is all there is to say about it.
    socket.on('error', () => undefined)
  }

  const stream: Hub['stream'] = (line, actor, { topics, after }) => {
    const taken = take(line, actor)
    if (!taken) return { left: () => undefined }
    converse.queue(taken.peer, { type: 'subscribe', topics, ...(after === undefined ? {} : { after }) })
    return { left: taken.left }
  }

  return {
    connect,
    stream,
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
      presence.stop()
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
