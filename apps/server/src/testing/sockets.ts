import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { ServerMessage } from '@deskhand/contract'
import { WebSocket, WebSocketServer } from 'ws'
import type { Actor } from '../platform/actor.ts'
import { type Hub, socketOptions } from '../platform/realtime/realtime.ts'
import { until } from '../platform/testing/until.ts'

/** A bare socket server before a hub; whoever opens a socket is named, not authenticated. */
export async function openSocketServer(hub: Hub, actors: Record<string, Actor>) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', ...socketOptions })
  server.on('connection', (socket, { url }) => {
    const actor = actors[url?.slice(1) ?? '']
    if (actor) hub.connect(socket, actor)
    else socket.close()
  })
  await once(server, 'listening')
  // A server on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    connect: (name: string) => openClient(`ws://127.0.0.1:${port}/${name}`),
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of server.clients) socket.terminate()
        server.close(() => resolve())
      }),
  }
}

type Type = ServerMessage['type']
type Of<T extends Type> = Extract<ServerMessage, { type: T }>

/** A client that keeps all it was told. */
export async function openClient(url: string, protocols: string[] = []) {
  const socket = new WebSocket(url, protocols, { perMessageDeflate: false })
  const told: ServerMessage[] = []
  let closedWith: number | null = null
  const listeners = new Set<(message: ServerMessage) => void>()
  socket.on('message', (data) => {
    const message: ServerMessage = JSON.parse(String(data))
    told.push(message)
    for (const listener of listeners) listener(message)
  })
  socket.on('close', (code) => {
    closedWith = code
  })
  socket.on('error', () => undefined)
  await once(socket, 'open')

  const all = <T extends Type>(type: T) => told.filter((message): message is Of<T> => message.type === type)
  return {
    socket,
    told,
    all,
    /** The names of the events it heard of. */
    names: () => all('event').map(({ name }) => name),
    closedWith: () => closedWith,
    onMessage: (listener: (message: ServerMessage) => void) => listeners.add(listener),
    send: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    /** Asks for topics and waits for the answer. */
    async subscribe(topics: string[], after?: string): Promise<Of<'subscribed'>> {
      const before = all('subscribed').length
      socket.send(JSON.stringify({ type: 'subscribe', topics, ...(after === undefined ? {} : { after }) }))
      await until(() => all('subscribed').length > before, 'it is subscribed')
      const answer = all('subscribed')[before]
      if (!answer) throw new Error('It was not subscribed.')
      return answer
    },
    closed: () => until(() => closedWith !== null, 'the socket is closed'),
  }
}

export type Client = Awaited<ReturnType<typeof openClient>>
