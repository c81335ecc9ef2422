import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, figure, milliseconds } from '../figure.ts'
import { type Hall, openHall, openSockets, send, socketCount } from '../hall.ts'
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
  const waits: number[] = []
  let arrived = 0
  let complete = Promise.withResolvers<void>()
  const { add, close } = await openSockets(installation, server, hall, (event, at) => {
    if (event.name !== 'request.replied') return
    waits.push(at - Date.parse(event.at))
    arrived += 1
    if (arrived === socketCount) complete.resolve()
  })
  try {
    // Opening the first ones makes the room that any work takes; the second half shows what a socket costs.
    const none = await settledPss(server.pid)
    await add(socketCount / 2)
    const half = await settledPss(server.pid)
    await add(socketCount / 2)
    const all = await settledPss(server.pid)
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
    const each = kibibytes(all - half, socketCount / 2)
    const p99 = quantile(waits, 0.99)
    const figures = [
      figure({
        row: 'sockets',
        what: `${socketCount.toLocaleString('en')} sockets, memory each`,
        measured: `${each.toFixed(1)} KiB`,
        budget: '≤ 15 KiB',
        holds: each <= 15,
        note:
          'PSS, from the 2,500th to the 5,000th; from none, with the room that V8 takes once for any work: ' +
          `${kibibytes(all - none, socketCount).toFixed(1)} KiB`,
        raw: { none, half, all },
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

const kibibytes = (bytes: number, count: number) => bytes / count / 1024

/** The requester writes to the request that everybody at the desk hears of. */
export const say = (server: Server, { token, request }: Hall, message: string) =>
  send<{ id: string }>(server.url, posting(`/requests/${request}/activities`, token, { message }))

async function warmUp(server: Server, hall: Hall): Promise<void> {
  for (let round = 0; round < 30; round++) await say(server, hall, `Warming up ${round}`)
}

/** Without the garbage: what opening the sockets left behind is no part of what they hold. */
async function settledPss(pid: number): Promise<number> {
  process.kill(pid, 'SIGUSR2')
  await pause(2_000)
  return pssOf(pid)
}
