import { createHash, randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, readFile, realpath, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { canEnter, makePublicFolder, openTo, type Standing } from './standing.ts'

/** What is remembered beside the cluster, in a file that only we can read. */
export type Keys = { superuserPassword: string; password: string; cluster: string }

/** The data folder, its real path, made when missing. */
export async function prepareFolder(folder: string, standing: Standing) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = await realpath(folder)
  await openTo(path, standing)
  return path
}

/** The passwords and the cluster's place, thought up at the first start and kept from then on. */
export async function readKeys(
  folder: string,
  standing: Standing,
  rootPlace: string,
  mayMake: () => boolean,
): Promise<Keys> {
  const file = join(folder, 'postgres.json')
  while (!existsSync(file)) {
    if (!mayMake()) {
      await delay(20)
      continue
    }
    const cluster = await chooseCluster(folder, standing, rootPlace)
    if (existsSync(join(cluster, 'PG_VERSION'))) {
      throw new Error(`${file} with the passwords of ${cluster} is missing. Restore it from your backup.`)
    }
    const keys = { superuserPassword: secret(), password: secret(), cluster }
    // A cluster inside the data folder is not named, so that the folder may be moved.
    const kept = cluster.startsWith(folder) ? { ...keys, cluster: '' } : keys
    await writeFile(`${file}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600 })
    await rename(`${file}.new`, file)
    return keys
  }
  const kept: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (!isKeys(kept)) throw new Error(`${file} is damaged. Restore it from your backup.`)
  return { ...kept, cluster: kept.cluster || join(folder, 'postgres') }
}

const secret = () => randomBytes(24).toString('base64url')

function isKeys(value: unknown): value is Keys {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['superuserPassword', 'password', 'cluster'].every((key) => key in value)
  )
}

async function chooseCluster(folder: string, standing: Standing, rootPlace: string) {
  if (await canEnter(folder, standing.account)) return join(folder, 'postgres')
  const named = join(rootPlace, `data-${hashOf(folder)}`)
  if (await makePublicFolder(rootPlace)) return named
  throw new Error(
    `PostgreSQL cannot run as root, and another account cannot enter ${folder}. Set DESKHAND_DATA to a ` +
      'folder that others can enter, start Deskhand as an ordinary user, or set DATABASE_URL.',
  )
}

/** A short folder for the socket: its path must stay below 108 bytes, however deep the data lies. */
export async function makeSocketFolder(folder: string, standing: Standing) {
  const roots = [tmpdir(), '/tmp', '/var/tmp']
  for (const root of roots) {
    if (root.length > 60 || !existsSync(root) || !(await canEnter(root, standing.account))) continue
    const named = join(await realpath(root), `deskhand-${hashOf(folder)}`)
    const usable = await makePrivateFolder(named, standing)
    return usable ? named : mkdtemp(join(root, 'deskhand-'))
  }
  throw new Error(`None of ${roots.join(', ')} can hold the socket of PostgreSQL.`)
}

/** Only what was made above: whoever starts the cluster by hand may put its socket anywhere. */
export function removeSocketFolder(folder: string) {
  if (basename(folder).startsWith('deskhand-')) rmSync(folder, { recursive: true, force: true })
}

async function makePrivateFolder(folder: string, standing: Standing) {
  await mkdir(folder, { mode: 0o700 }).catch(() => undefined)
  const { uid } = await lstat(folder)
  const owners = [process.getuid?.(), standing.account?.uid]
  if (!owners.includes(uid) || !(await lstat(folder)).isDirectory()) return false
  await chmod(folder, 0o700)
  return true
}

const hashOf = (folder: string) => createHash('sha256').update(folder).digest('hex').slice(0, 12)
