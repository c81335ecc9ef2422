import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase, type TestDatabase, testSecret } from '../apps/server/src/platform/testing/database.ts'
import { filledWithWorld } from '../apps/server/src/testing/filling.ts'
import { freePort } from '../apps/server/src/testing/serverProcess.ts'

/** A running Deskhand as people have it: its own process, on a database of its own with the demo world. */
export type House = {
  url: string
  database: TestDatabase
  /** What the process printed so far. */
  said: () => string
  stop: () => Promise<void>
  /** Lets the server believe that it is this moment; only in a house that was opened with a clock. */
  setClock: (at: Date) => Promise<void>
}

let house: Promise<House> | undefined

/** The one house of this run; the last test to end stops it with the process. */
export function openHouse(): Promise<House> {
  house ??= start()
  return house
}

/** Ends the one house; every file of tests asks for it when it is done. */
export async function closeHouse(): Promise<void> {
  const open = house
  house = undefined
  await (await open)?.stop()
}

/** A house without a world, which nobody has set up yet. */
export const openEmptyHouse = () => start({ isEmpty: true })

/** A house of one's own whose clock can be set, for what takes days to come about. */
export const openHouseWithClock = () => start({ hasClock: true })

async function start({ isEmpty = false, hasClock = false } = {}): Promise<House> {
  const database = await freshDatabase(isEmpty ? undefined : filledWithWorld)
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-e2e-'))
  const { user, password, host, port, database: name } = database.connection
  const databaseUrl = `postgres://${user}:${encodeURIComponent(password)}@/${name}?host=${encodeURIComponent(host)}&port=${port}`
  const clock = hasClock ? ['--import', join(import.meta.dirname, 'clock.ts')] : []
  const child = spawn(process.execPath, [...clock, 'apps/server/src/main.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: {
      ...process.env,
      // Known beforehand, because the links in mails name it.
      PORT: String(await freePort()),
      DATABASE_URL: databaseUrl,
      DESKHAND_SECRET: testSecret,
      DESKHAND_DATA: folder,
      DESKHAND_RATE_LIMITS: 'off',
      DESKHAND_HOST: '127.0.0.1',
      DESKHAND_LOG: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit', ...(hasClock ? (['ipc'] as const) : [])],
  })
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const said = () => text
  const url = await readyAddress(child, said)
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
  // The runner ends the process when the last test is done; the house must not outlive it.
  process.once('exit', () => child.kill('SIGTERM'))
  const setClock = async (at: Date) => {
    if (!hasClock) throw new Error('This house was opened without a clock.')
    child.send({ at: at.toISOString() })
    await once(child, 'message')
  }
  return { url, database, said, stop, setClock }
}

function readyAddress(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((found, fail) => {
    child.stdout?.on('data', () => {
      const url = said().match(/Deskhand is ready at (\S+)/)?.[1]
      if (url) found(url)
    })
    child.once('exit', (code) =>
      fail(new Error(`Deskhand ended with ${code} before it was ready:\n${said()}`)),
    )
  })
}
