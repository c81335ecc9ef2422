import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from './cluster.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { isAlive } from './owner.ts'
import { removeSocketFolder } from './place.ts'
import { findPostmaster } from './postmaster.ts'
import { throwaway } from './settings.ts'

const variable = 'DESKHAND_TEST_DB'
const prefix = 'deskhand-test-'

/** A PostgreSQL of its own for one test run, quick and forgetful; `stop` removes it with all its databases. */
export async function startTestCluster(): Promise<Pick<Embedded, 'connection' | 'stop'>> {
  sweep()
  const folder = await mkdtemp(join(tmpdir(), prefix))
  const settings = { ...throwaway, max_connections: '200', autovacuum: 'off', max_wal_size: '4GB' }
  const { connection, stop } = await startEmbedded({ folder, settings, log: () => undefined })
  return {
    connection,
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let own: Promise<Connection> | undefined

/** The cluster of this test run: the runner's, or one for this process alone when a test file is run by itself. */
export function testConnection(): Promise<Connection> {
  own ??= given() ?? startOwn()
  return own
}

/** The environment by which the runner hands its cluster to the test files. */
export function testEnvironment(connection: Connection) {
  return { [variable]: JSON.stringify(connection) }
}

function given() {
  const text = process.env[variable]
  if (!text) return undefined
  const connection: Connection = JSON.parse(text)
  return Promise.resolve(connection)
}

async function startOwn() {
  sweep()
  const folder = await mkdtemp(join(tmpdir(), prefix))
  const { connection } = await startEmbedded({ folder, settings: throwaway, log: () => undefined })
  process.on('exit', () => remove(folder))
  return connection
}

/** Removes what killed test runs have left. */
function sweep() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const folder = join(tmpdir(), name)
    const owner = readOwner(folder)
    if (owner === undefined ? isOld(folder) : !isAlive(owner)) remove(folder)
  }
}

/** Without an owner it is being made this moment, or was removed in part. */
function isOld(folder: string) {
  return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 60_000
}

function readOwner(folder: string) {
  try {
    return readFileSync(join(folder, 'postgres.owner'), 'utf8')
  } catch {
    return undefined
  }
}

function remove(folder: string) {
  const running = findPostmaster(join(folder, 'postgres'))
  try {
    if (running) {
      process.kill(running.pid, 'SIGQUIT')
      for (let turn = 0; turn < 200 && findPostmaster(join(folder, 'postgres')); turn++) pause(10)
      removeSocketFolder(running.host)
    }
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // It is another account's, or still ending; the next run tries again.
  }
}

/** At the exit of a process nothing asynchronous happens any more. */
function pause(milliseconds: number) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
