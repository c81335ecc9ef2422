import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { endable } from './ending.ts'

const root = join(import.meta.dirname, '..')

/** A Deskhand that runs in a process of its own, as the users' does. */
export type Server = { url: string; pid: number; stop: () => Promise<void> }

type Options = {
  folder: string
  /** Its roles; all of them when absent. */
  as?: string
  /** Loads the demo world into an empty folder. */
  isDemo?: boolean
  /** How to start it, after `node`. */
  program?: 'apps/server/src/main.ts' | 'tools/start.mjs'
  /** Collects its garbage at SIGUSR2. */
  collects?: boolean
  /** When it counts as started. */
  isThere?: (url: string) => Promise<boolean>
}

/** Starts one and waits until it serves. */
export async function startServer({
  folder,
  as,
  isDemo = false,
  program = 'apps/server/src/main.ts',
  collects = false,
  isThere = isReady,
}: Options): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const flags = collects ? ['--expose-gc', '--import', join(import.meta.dirname, 'collect.ts')] : []
  const child = spawn(process.execPath, [...flags, join(root, program), ...(as ? [`--as=${as}`] : [])], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...cleanEnvironment(),
      PORT: String(port),
      DESKHAND_DATA: folder,
      DESKHAND_RATE_LIMITS: 'off',
      DESKHAND_LOG: 'warn',
      // With the demo world it listens to this machine alone anyway.
      ...(isDemo ? {} : { NODE_ENV: 'production', DESKHAND_HOST: '127.0.0.1' }),
    },
  })
  let said = ''
  child.stderr?.on('data', (piece: Buffer) => {
    said = `${said}${piece.toString()}`.slice(-4_000)
  })
  const stop = endable(() => end(child))
  while (!(await isThere(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${said}`)
    await pause(10)
  }
  return { url, pid: child.pid ?? 0, stop }
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  )

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Nothing that is set for whoever runs the benchmark changes what is measured. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(DESKHAND_|npm_)|^(PORT|DATABASE_URL|SMTP_URL|NODE_ENV|NODE_OPTIONS)$/.test(name),
    ),
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
