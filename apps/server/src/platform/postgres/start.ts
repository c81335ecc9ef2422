import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { answers, closeSetConfig, hasCluster, makeAccount, makeCluster } from './cluster.ts'
import { type Keys, makeSocketFolder, removeSocketFolder } from './place.ts'
import {
  endStragglers,
  findPostmaster,
  type Postmaster,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import { serverSettings } from './settings.ts'
import { giveTo, type Standing } from './standing.ts'

export type Scene = {
  folder: string
  keys: Keys
  binaries: Binaries
  standing: Standing
  settings: Record<string, string>
  log: (line: string) => void
}

/** Starts PostgreSQL, or completes and awaits one that runs. Only the owner may call it. */
export async function bringUp(scene: Scene): Promise<Postmaster> {
  const { keys, binaries, standing, log } = scene
  const left = await awaitOrEnd(scene)
  if (left) return left

  if (!(await hasCluster(keys.cluster, binaries))) {
    log(`Making a PostgreSQL database in ${keys.cluster}.`)
    await makeCluster(keys, binaries, standing, scene.settings['fsync'] !== 'off')
  }
  await giveTo(keys.cluster, standing)
  for (let attempt = 1; ; attempt++) {
    const end = await tryStart(scene)
    if ('pid' in end) return end
    // Children of a killed postmaster hold its memory until they notice, which takes as long as their statement.
    const isHeld = /shared memory block|lock file/.test(end.said)
    if (isHeld) endStragglers(keys.cluster)
    if (attempt >= (isHeld ? 100 : 2)) {
      throw new Error(`PostgreSQL does not start (${end.reason}). It said:\n${end.said}`)
    }
    await delay(200)
  }
}

/** One that is starting, recovering or stopping is given its time; one that does not answer at all is ended. */
async function awaitOrEnd(scene: Scene) {
  const { keys, binaries, log } = scene
  for (let waited = 0; ; waited += 100) {
    const running = findPostmaster(keys.cluster)
    if (!running) return undefined
    if (running.isReady && (await complete(keys, running))) return running
    if (waited === 5_000)
      log(`Waiting for PostgreSQL (process ${running.pid}), which is starting or stopping.`)
    if (running.isReady && waited >= 5_000) {
      log(`PostgreSQL (process ${running.pid}) does not answer and is started again.`)
      await stopPostmaster(binaries, keys.cluster, running.pid)
    }
    await delay(100)
  }
}

async function tryStart(scene: Scene): Promise<Postmaster | { reason: string; said: string }> {
  const { keys, binaries, standing } = scene
  const logFile = join(scene.folder, 'postgres.log')
  const logged = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  const address = await chooseAddress(scene)
  const settings = serverSettings(address, scene.settings)
  const child = spawnPostmaster(binaries, standing, keys.cluster, settings, logFile)
  const ending = endingOf(child)
  for (let waited = 0; !ending.reason; waited += 10) {
    const running = findPostmaster(keys.cluster)
    if (running?.pid === child.pid && running?.isReady && (await complete(keys, running))) return running
    if (waited % 10_000 === 9_990)
      scene.log('PostgreSQL is still starting; after a crash it replays its log.')
    await delay(10)
  }
  removeSocketFolder(address.socketFolder)
  return { reason: ending.reason, said: tail(logFile, logged) }
}

async function complete(keys: Keys, { host, port }: Postmaster) {
  const found = await answers(keys, host, port)
  if (found && !found.isComplete) await makeAccount(keys, host, port)
  // Also in one that an earlier Deskhand made.
  if (found) await closeSetConfig(keys, host, port, 'deskhand')
  return found !== undefined
}

/** A socket for nobody but us; where there are none, a free port of this machine. */
async function chooseAddress({ folder, standing }: Scene) {
  if (process.platform === 'win32') return { socketFolder: '', port: await freePort() }
  const socketFolder = await makeSocketFolder(folder, standing)
  // Left over by a killed server: the number in the lock may belong to another process by now.
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock'])
    await rm(join(socketFolder, name), { force: true })
  await giveTo(socketFolder, standing)
  return { socketFolder, port: 5432 }
}

function freePort() {
  return new Promise<number>((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function endingOf(child: ChildProcess) {
  const ending = { reason: '' }
  child.on('error', (error) => {
    ending.reason = error.message
  })
  child.on('exit', (code, signal) => {
    ending.reason = signal ?? `code ${code}`
  })
  return ending
}

function tail(file: string, from: number) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const start = Math.max(size < from ? 0 : from, size - 2_000)
  const piece = Buffer.alloc(size - start)
  const handle = openSync(file, 'r')
  readSync(handle, piece, 0, piece.length, start)
  closeSync(handle)
  return piece.toString().trim()
}
