import type { FastifyBaseLogger } from 'fastify'
import type { Audience } from './audience.ts'
import type { Peer } from './peer.ts'
import type { Rights } from './rights.ts'
import { encode } from './wire.ts'

/** How often a part of the sockets is pinged, and how often all their sessions are looked at, in milliseconds. */
export type Pace = { pings: number; sweeps: number }

export const usualPace: Pace = { pings: 1_000, sweeps: 5_000 }

/** In so many parts; so each socket is pinged every 25 s. */
const parts = 25
const ping = encode({ type: 'ping' })

type Options = { audience: Audience; rights: Rights; log: FastifyBaseLogger; pace: Pace }

/** What happens to sockets by the clock, on two timers for all of them: pings, and a look at their sessions. */
export function openPulse({ audience, rights, log, pace }: Options) {
  const slots: Set<Peer>[] = Array.from({ length: parts }, () => new Set())
  let next = 0
  let now = 0
  let isSweeping = false

  const pings = setInterval(() => {
    now = (now + 1) % parts
    for (const peer of slots[now] ?? []) {
      if (!peer.isOpen) slots[now]?.delete(peer)
      // It said nothing to the last ping, not even on its own: the line is dead.
      else if (!peer.isAlive) peer.socket.terminate()
      else {
        peer.isAlive = peer.socket.answers === false
        peer.socket.ping()
        peer.send(ping)
      }
    }
  }, pace.pings)

  const sweeps = setInterval(async () => {
    if (isSweeping) return
    isSweeping = true
    try {
      await rights.check([...audience.all()], { isSweep: true })
    } catch (error) {
      log.warn({ err: error }, 'the sockets could not be checked this time')
    } finally {
      isSweeping = false
    }
  }, pace.sweeps)

  return {
    enter(peer: Peer): void {
      next = (next + 1) % parts
      slots[next]?.add(peer)
    },
    stop(): void {
      clearInterval(pings)
      clearInterval(sweeps)
    },
  }
}
