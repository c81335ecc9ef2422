import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, figure, milliseconds } from '../figure.ts'
import { fillHall, type Hall, openHall, send, socketCount } from '../hall.ts'
import type { Installation } from '../installation.ts'
import { posting } from '../load/target.ts'
import { pssOf } from '../memory.ts'
import type { Server } from '../server.ts'
import { quantile } from '../statistics.ts'

const broadcasts = 20

/** What 5,000 open sockets cost, and how long an event takes to reach all of them. Leaves them open for `meanwhile`. */
export async function measureSockets(
  installation: Installation,
  server: Server,
  meanwhile: (hall: Hall) => Promise<Figure[]>,
): Promise<Figure[]> {
  const hall = await openHall(installation, server)
  await warmUp(server, hall)
  const before = await settledPss(server.pid)
  const waits: number[] = []
  let arrived = 0
  let complete = Promise.withResolvers<void>()
  const { close } = await fillHall(installation, server, hall, (event, at) => {
    if (event.name !== 'request.replied') return
    waits.push(at - Date.parse(event.at))
    arrived += 1
    if (arrived === socketCount) complete.resolve()
  })
  try {
    const after = await settledPss(server.pid)
    for (let round = 0; round < broadcasts; round++) {
      arrived = 0
      complete = Promise.withResolvers()
      await say(server, hall, `Round ${round}`)
      const isLate = pause(20_000, true, { ref: false })
      if (await Promise.race([complete.promise, isLate])) {
        throw new Error(`A broadcast reached ${arrived} of ${socketCount} sockets in 20 s.`)
      }
      await pause(200)
    }
    const each = (after - before) / socketCount / 1024
    const p99 = quantile(waits, 0.99)
    const figures = [
      figure({
        row: 'sockets',
        what: `${socketCount.toLocaleString('en')} sockets, memory each`,
        measured: `${each.toFixed(1)} KiB`,
        budget: '≤ 15 KiB',
        holds: each <= 15,
        note: 'PSS of the server, without the kernel’s buffers',
        raw: { before, after },
      }),
      figure({
        row: 'sockets',
        what: 'a broadcast to all of them, p99',
        measured: milliseconds(p99),
        budget: '≤ 150 ms',
        holds: p99 <= 150,
        note: `p50 ${milliseconds(quantile(waits, 0.5))}; from just before the commit until the listener has read it`,
        raw: { p50: quantile(waits, 0.5), p99, longest: Math.max(...waits), count: waits.length },
      }),
    ]
    return [...figures, ...(await meanwhile(hall))]
  } finally {
    close()
  }
}

/** The requester writes to the request that everybody at the desk hears of. */
export const say = (server: Server, { token, request }: Hall, message: string) =>
  send<{ id: string }>(server.url, posting(`/requests/${request}/activities`, token, { message }))

/** What a server does for the first time is not what sockets cost. */
async function warmUp(server: Server, hall: Hall): Promise<void> {
  for (let round = 0; round < 30; round++) await say(server, hall, `Warming up ${round}`)
}

/** Waits until the collector has taken what opening them left behind; the smallest of what was seen, for up to 15 s. */
async function settledPss(pid: number): Promise<number> {
  let least = pssOf(pid)
  for (let still = 0, looks = 0; still < 5 && looks < 15; looks++) {
    await pause(1_000)
    const size = pssOf(pid)
    still = size < least * 0.995 ? 0 : still + 1
    least = Math.min(least, size)
  }
  return least
}
