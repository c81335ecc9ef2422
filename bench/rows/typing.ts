import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { ServerMessage } from '@deskhand/contract'
import { WebSocket } from 'ws'
import { type Figure, figure } from '../figure.ts'
import { openHall, send } from '../hall.ts'
import type { Installation } from '../installation.ts'
import { getting, headersOf, posting } from '../load/target.ts'
import type { Server } from '../server.ts'
import { signIn } from '../tokens.ts'

const people = 500
const requests = 200
const seconds = 30
/** A client says every three seconds that one goes on typing; people type for a while and think for a while. */
const beat = 3_000
const typing = 4
const thinking = 3

/** What it costs the server that 500 people write on 200 requests, all of them listening to their request and their desk. */
export async function measureTyping(installation: Installation, server: Server): Promise<Figure[]> {
  const hall = await openHall(installation, server)
  const code = hall.company.desks[0]?.code ?? ''
  const ids: string[] = []
  for (let at = 0; at < requests; at++) {
    const body = { serviceDeskCode: code, summary: `Written on ${at}` }
    ids.push((await send<{ id: string }>(server.url, posting('/requests', hall.token, body))).id)
  }
  const tokens = await signIn(installation, hall.company, hall.listeners.slice(0, people))
  let heard = 0
  const sockets = await Promise.all(
    tokens.map(async (token, at) => {
      const socket = await open(server.url, token, () => {
        heard += 1
      })
      const topic = `request:${ids[at % requests]}`
      socket.send(JSON.stringify({ type: 'subscribe', topics: [topic, `desk:${code}`] }))
      return { socket, topic }
    }),
  )
  try {
    const look = (doing: string) => {
      for (const { socket, topic } of sockets) socket.send(JSON.stringify({ type: 'look', topic, doing }))
    }
    look('looking')
    await pause(6_000)
    const still = await shareOf(server.pid, async () => {
      for (let round = 0; round < seconds / 10; round++) {
        look('looking')
        await pause(10_000)
      }
    })
    heard = 0
    const busy = await shareOf(server.pid, () => write(sockets))
    const cost = busy - still
    return [
      figure({
        row: 'typing',
        what: `${people} people writing on ${requests} requests`,
        measured: `${(cost * 100).toFixed(1)} % of a core`,
        budget: '≤ 5 %',
        holds: cost <= 0.05,
        note: `${(busy * 100).toFixed(1)} % against ${(still * 100).toFixed(1)} % when they only look; ${Math.round(heard / seconds)} messages a second went out`,
        raw: { busy, still, heard },
      }),
    ]
  } finally {
    for (const { socket } of sockets) socket.terminate()
  }
}

/** Everybody begins at a moment of their own, types, thinks, and types again. */
async function write(sockets: readonly { socket: WebSocket; topic: string }[]): Promise<void> {
  const end = performance.now() + seconds * 1_000
  await Promise.all(
    sockets.map(async ({ socket, topic }, at) => {
      await pause((at * 7_919) % ((typing + thinking) * beat))
      for (let round = 0; performance.now() < end; round++) {
        const doing = round % (typing + thinking) < typing ? 'replying' : 'looking'
        socket.send(JSON.stringify({ type: 'look', topic, doing }))
        await pause(Math.min(beat, Math.max(0, end - performance.now())))
      }
    }),
  )
}

async function open(url: string, token: string, heard: () => void): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/realtime/ws`, {
    headers: headersOf(getting('', token)),
    perMessageDeflate: false,
  })
  socket.on('error', () => undefined)
  socket.on('message', (data) => {
    const message: ServerMessage = JSON.parse(String(data))
    if (message.type === 'presence') heard()
  })
  await once(socket, 'open')
  return socket
}

/** The share of one processor that a process takes meanwhile; Linux counts in hundredths of a second. */
async function shareOf(pid: number, meanwhile: () => Promise<void>): Promise<number> {
  const from = performance.now()
  const before = ticksOf(pid)
  await meanwhile()
  return (ticksOf(pid) - before) / 100 / ((performance.now() - from) / 1_000)
}

function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}
