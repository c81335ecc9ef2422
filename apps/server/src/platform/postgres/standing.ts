import { execFileSync } from 'node:child_process'
import { chmod, chown, cp, lchown, lstat, mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'

/** PostgreSQL refuses to run as root; so root starts it in a user namespace or under another account. */
export type AsRoot = 'namespace' | 'account'

/** As whom PostgreSQL runs: `prefix` goes before its command, `account` is what the kernel will check. */
export type Standing = {
  prefix: string[]
  account: { uid: number; gid: number } | undefined
  /** The account to switch to at the start; a namespace needs none. */
  switchTo: { uid: number; gid: number } | undefined
}

const inNamespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--']
const nobody = { uid: 65534, gid: 65534 }

export function chooseStanding(asRoot: AsRoot | undefined): Standing {
  if (process.getuid?.() !== 0) return { prefix: [], account: undefined, switchTo: undefined }
  if (asRoot !== 'account' && (asRoot === 'namespace' || namespacesWork())) {
    return { prefix: inNamespace, account: { uid: 0, gid: 0 }, switchTo: undefined }
  }
  return { prefix: [], account: nobody, switchTo: nobody }
}

function namespacesWork() {
  const [command = '', ...args] = inNamespace
  try {
    execFileSync(command, [...args, 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Whether the account can enter this folder and every folder above it, without root's rights. */
export async function canEnter(path: string, account: Standing['account']) {
  if (!account) return true
  for (let folder = await realpath(path); ; folder = dirname(folder)) {
    const { uid, gid, mode } = await stat(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if (!(mode & bit)) return false
    if (folder === dirname(folder)) return true
  }
}

/** Lets the account pass through our own data folder, and nobody else. */
export async function openTo(folder: string, { switchTo }: Standing) {
  if (!switchTo || (await canEnter(folder, switchTo))) return
  const { uid, mode } = await stat(folder)
  if (uid !== 0 || !(await canEnter(dirname(folder), switchTo))) return
  await chown(folder, 0, switchTo.gid)
  await chmod(folder, (mode & 0o777) | 0o010)
}

/** Hands files to the account, after a change of standing too. */
export async function giveTo(path: string, { account }: Standing) {
  const found = await lstat(path)
  if (!account || found.uid === account.uid) return
  for (const entry of found.isDirectory() ? await readdir(path, { recursive: true }) : []) {
    await lchown(join(path, entry), account.uid, account.gid)
  }
  await chown(path, account.uid, account.gid)
}

/** The programs in a place that the account can reach: where they are, or a copy. */
export async function reachableBinaries(
  binaries: Binaries,
  standing: Standing,
  places: string[],
  log: (line: string) => void,
): Promise<Binaries> {
  if (await canEnter(join(binaries.folder, 'bin'), standing.account)) return binaries
  for (const place of places) {
    const folder = join(place, `postgresql-${binaries.version}`)
    if (await isOurs(folder)) return { ...binaries, folder }
    if (!(await makePublicFolder(place)) || !(await canEnter(place, standing.account))) continue
    const draft = `${folder}.${process.pid}`
    await cp(binaries.folder, draft, { recursive: true, verbatimSymlinks: true })
    await chmod(draft, 0o755)
    await rename(draft, folder).catch(() => rm(draft, { recursive: true }))
    log(`PostgreSQL cannot run as root from here: its programs are copied to ${folder}.`)
    return { ...binaries, folder }
  }
  throw new Error(
    `PostgreSQL cannot run as root, and another account cannot reach ${binaries.folder}. ` +
      'Start Deskhand as an ordinary user, or set DATABASE_URL.',
  )
}

/** Copies and data of root lie here when the place of the clone cannot be entered by another account. */
export const placesForRoot = ['/var/lib/deskhand', join(tmpdir(), 'deskhand-root')]

export async function makePublicFolder(folder: string) {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    return await isOurs(folder)
  } catch {
    return false
  }
}

/** In a folder that everyone may write to, somebody else could have been here first. */
async function isOurs(folder: string) {
  const found = await lstat(folder).catch(() => undefined)
  return found?.isDirectory() === true && found.uid === process.getuid?.() && !(found.mode & 0o022)
}
