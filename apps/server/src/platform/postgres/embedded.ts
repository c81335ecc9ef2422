import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Binaries, findBinaries } from './binaries.ts'
import { answers, type Connection, connectionOf } from './cluster.ts'
import { type Owner, ownerLock } from './owner.ts'
import { prepareFolder, readKeys, removeSocketFolder } from './place.ts'
import { findPostmaster, stopPostmaster } from './postmaster.ts'
import { type AsRoot, chooseStanding, placesForRoot, reachableBinaries } from './standing.ts'
import { bringUp, type Scene } from './start.ts'
import { watch } from './watch.ts'

export type { Connection } from './cluster.ts'

export type EmbeddedOptions = {
  /** DESKHAND_DATA: the cluster lies in `postgres` in it, its passwords in `postgres.json`. */
  folder: string
  /** Settings of postgresql.conf that win over ours. */
  settings?: Record<string, string>
  log: (line: string) => void
  /** How root runs PostgreSQL, which refuses root; chosen by what the system allows when absent. */
  asRoot?: AsRoot
  /** The programs; those of the installed package when absent. */
  binaries?: Binaries
  /** Where root keeps what another account cannot reach in the clone or the data folder. */
  placesForRoot?: string[]
}

export type Embedded = {
  connection: Connection
  /** It was running already: left by a killed Deskhand, or started by another one that is running. */
  adopted: boolean
  /** Stops PostgreSQL when it is ours to stop; the process that holds `postgres.owner` does. */
  stop(): Promise<void>
}

/**
 * PostgreSQL on the data folder: made at first use, adopted when it runs already, started otherwise, and started
 * again whenever it dies. Several processes may call this for one folder; one of them owns it at a time, and
 * another takes over when that one is gone.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { settings = {}, log } = options
  const places = options.placesForRoot ?? placesForRoot
  const standing = chooseStanding(options.asRoot)
  const found = options.binaries ?? (await findBinaries())
  const binaries = await reachableBinaries(found, standing, places, log)
  const folder = await prepareFolder(options.folder, standing)
  const owner = ownerLock(join(folder, 'postgres.owner'))
  try {
    const keys = await readKeys(folder, standing, places[0] ?? folder, owner.take)
    return await supervise({ folder, keys, binaries, standing, settings, log }, owner)
  } catch (error) {
    owner.release()
    throw error
  }
}

async function supervise(scene: Scene, owner: Owner): Promise<Embedded> {
  const { cluster } = scene.keys
  let isWanted = true
  const first = await ensure(scene, owner, () => isWanted)
  const watching = watch({
    isAlive: () => findPostmaster(cluster) !== undefined,
    owner,
    revive: () => ensure(scene, owner, () => isWanted),
    log: scene.log,
  })

  return {
    connection: connectionOf(scene.keys, first.host, first.port),
    adopted: first.adopted,
    async stop() {
      isWanted = false
      await watching.end()
      if (!owner.isOurs()) return
      const running = findPostmaster(cluster)
      if (running) {
        await stopPostmaster(scene.binaries, cluster, running.pid)
        removeSocketFolder(running.host)
      }
      owner.release()
    },
  }
}

/** Until it answers: adopts a running one, else starts it, or lets the owner start it. */
async function ensure(scene: Scene, owner: Owner, isWanted: () => boolean) {
  for (let waited = 0; isWanted(); waited += 50) {
    const running = findPostmaster(scene.keys.cluster)
    if (running?.isReady && (await answers(scene.keys, running.host, running.port))?.isComplete) {
      owner.take()
      return { ...running, adopted: true }
    }
    if (owner.take()) return { ...(await bringUp(scene)), adopted: running !== undefined }
    if (waited % 10_000 === 9_950) scene.log(`Waiting for PostgreSQL of process ${owner.holder()}.`)
    await delay(50)
  }
  throw new Error('PostgreSQL is not wanted any more.')
}
