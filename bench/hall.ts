import { once } from 'node:events'
import type { ServerMessage } from '@deskhand/contract'
import { WebSocket } from 'ws'
import { type Company, makeCompany, type Person, readCompany } from './fill/companies.ts'
import type { Installation } from './installation.ts'
import { getting, headersOf, posting, type Target } from './load/target.ts'
import type { Server } from './server.ts'
import { signIn, type Token } from './tokens.ts'

export const socketCount = 5_000
const technicians = 1_000
/** So many connect at once. */
const wave = 100

/** The wall clock, finer than `Date.now`; the browser reads the same one. */
export const now = (): number => performance.timeOrigin + performance.now()

/** A company of its own with 250 technicians at one desk, who all listen. */
export type Hall = { company: Company; listeners: Person[]; requester: Person; token: Token; request: string }

export async function openHall(installation: Installation, { url }: Server): Promise<Hall> {
  const [known] = (
    await installation.pools.platform.query<{ id: string }>(
      `select company_id as id from app.companies where name = 'Hall'`,
    )
  ).rows
  const company = known
    ? await readCompany(installation.pools, known.id)
    : await makeCompany(installation, 'Hall', { employees: 10, technicians })
  const [desk] = company.desks
  const [requester] = company.employees
  if (!desk || !requester) throw new Error('A company without a desk or people.')
  const [token = ''] = await signIn(installation, company, [requester])
  const target = posting('/requests', token, { serviceDeskCode: desk.code, summary: 'Everyone shall hear' })
  const { referenceNumber } = await send<{ referenceNumber: string }>(url, target)
  return { company, listeners: desk.technicians, requester, token, request: referenceNumber }
}

/** One call, which must succeed. */
export async function send<Reply>(url: string, target: Target): Promise<Reply> {
  const response = await fetch(`${url}${target.path}`, {
    method: target.method,
    headers: headersOf(target),
    ...(target.body ? { body: JSON.stringify(target.body) } : {}),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${target.method} ${target.path} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}

type Heard = (message: Extract<ServerMessage, { type: 'event' }>, at: number) => void

/** Adds sockets of the technicians, in turn, subscribed to their desk. */
export async function openSockets(
  installation: Installation,
  { url }: Server,
  { company, listeners }: Hall,
  heard: Heard,
): Promise<{ add: (count: number) => Promise<void>; close: () => void }> {
  const tokens = await signIn(installation, company, listeners)
  const topic = `desk:${company.desks[0]?.code}`
  const address = `${url.replace('http', 'ws')}/api/v1/realtime/ws`
  const sockets: WebSocket[] = []
  const open = async (at: number) => {
    const headers = headersOf(getting('', tokens[at % tokens.length] ?? ''))
    const socket = new WebSocket(address, { headers, perMessageDeflate: false })
    const subscribed = Promise.withResolvers<void>()
    socket.on('error', subscribed.reject)
    socket.on('message', (data) => {
      const at = now()
      const message: ServerMessage = JSON.parse(String(data))
      if (message.type === 'event') heard(message, at)
      if (message.type === 'subscribed') subscribed.resolve()
      if (message.type === 'refused') subscribed.reject(new Error(message.reason))
    })
    sockets.push(socket)
    await once(socket, 'open')
    socket.send(JSON.stringify({ type: 'subscribe', topics: [topic] }))
    await subscribed.promise
  }
  return {
    async add(count) {
      const until = sockets.length + count
      while (sockets.length < until) {
        const from = sockets.length
        await Promise.all(Array.from({ length: Math.min(wave, until - from) }, (_, at) => open(from + at)))
      }
    },
    close() {
      for (const socket of sockets) socket.terminate()
    },
  }
}
