import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../main.ts')

/** Only what a server needs, and what is compiled already; what else this test run was told is not meant for it. */
const clean = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE'].map((name) => [name, process.env[name]]),
)

export type Ended = { code: number | null; signal: NodeJS.Signals | null; said: string }

/** A Deskhand of its own process, as `npm start` runs it. */
export function spawnServer(env: Record<string, string>, args: readonly string[] = []) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...clean, DESKHAND_LOG: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const heard = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => {
      said += piece
      for (const listener of heard) listener()
    })
  }
  const ended: Promise<Ended> = once(child, 'close').then(() => ({
    code: child.exitCode,
    signal: child.signalCode,
    said,
  }))
  return {
    child,
    ended,
    said: () => said,
    /** Resolves to its address when it says that it serves; fails with what it said when it ends before. */
    ready: () =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          const url = /^Deskhand is ready at (http:\/\/localhost:\d+)$/m.exec(said)?.[1]
          if (url) resolve(url.replace('localhost', '127.0.0.1'))
        }
        heard.add(look)
        void ended.then(() => reject(new Error(`The server ended before it was ready:\n${said}`)))
        look()
      }),
    async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
      end(child, signal)
      return ended
    },
  }
}

export type ServerProcess = ReturnType<typeof spawnServer>

const end = (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

type Talk = { method?: string; token?: string; body?: object; headers?: Record<string, string> }

/** Speaks JSON with a server; answers the status, the headers and what came. */
export async function talk(url: string, path: string, { method, token, body, headers = {} }: Talk = {}) {
  const response = await fetch(`${url}${path}`, {
    method: method ?? (body ? 'POST' : 'GET'),
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, data: text ? JSON.parse(text) : {} }
}
