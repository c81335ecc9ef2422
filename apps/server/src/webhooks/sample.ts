import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BodyIn, webhooks } from '@deskhand/contract'
import type { Desk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'

/** What webhooks may reach in tests beside the internet: this machine. */
export const webhookNetworks = ['127.0.0.0/8']

export type Heard = { path: string; headers: IncomingHttpHeaders; body: string }
type Answering = (heard: Heard, response: ServerResponse) => void | Promise<void>

const yes: Answering = (_, response) => void response.writeHead(200).end('{"ok":true}')

/** A real server on this machine that keeps what it hears and answers what it is told to. */
export async function openListener() {
  const heard: Heard[] = []
  let answering = yes
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    try {
      for await (const piece of request) pieces.push(piece)
    } catch {
      // Whoever sent it died in the middle.
      return
    }
    const one = {
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(pieces).toString('utf8'),
    }
    heard.push(one)
    await answering(one, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A number on the loopback; listening on TCP, it has one.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    heard,
    /** What it answers from now on; nothing: 200. */
    answer: (how: Answering | null) => {
      answering = how ?? yes
    },
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

let made = 0

/** A webhook of Elena's company, with its secret. */
export async function addWebhook(
  desk: Desk,
  body: Partial<BodyIn<typeof webhooks.create>> & { url: string },
) {
  made += 1
  const { data } = await desk
    .as(elena)
    .call(webhooks.create, { body: { name: `Listener ${made}`, isActive: true, ...body } })
  return data
}
