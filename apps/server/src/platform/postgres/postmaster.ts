import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Binaries, program } from './binaries.ts'
import { cleanEnvironment } from './cluster.ts'
import { isRunning, processesOf, servesCluster } from './processes.ts'
import type { Standing } from './standing.ts'

/** What PostgreSQL writes into postmaster.pid. */
export type Postmaster = { pid: number; host: string; port: number; isReady: boolean }

/** The living postmaster of this cluster, whoever started it. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const [pid, , , port, socketFolder, , , status] = pidFile(cluster)
  if (!pid || !servesCluster(Number(pid), cluster)) return undefined
  return {
    pid: Number(pid),
    host: socketFolder || '127.0.0.1',
    port: Number(port),
    isReady: status?.trim() === 'ready',
  }
}

function pidFile(cluster: string) {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Starts PostgreSQL in a process group of its own: Ctrl-C in our terminal must not reach it. */
export function spawnPostmaster(
  binaries: Binaries,
  standing: Standing,
  cluster: string,
  settings: Record<string, string>,
  logFile: string,
): ChildProcess {
  freeStalePid(cluster)
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...args] = [...standing.prefix, program(binaries, 'postgres'), '-D', cluster, ...flags]
  const log = openLog(logFile)
  try {
    const child = spawn(command, args, {
      cwd: '/',
      detached: true,
      env: cleanEnvironment,
      stdio: ['ignore', log, log],
      windowsHide: true,
      ...standing.switchTo,
    })
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/**
 * PostgreSQL will not start while the number in a left-over postmaster.pid belongs to any process, which is common
 * in containers. The file also names the shared memory by which it finds children of a killed postmaster, so it is
 * kept: with our own number in it, it counts as left over (the parent's number always does).
 */
function freeStalePid(cluster: string) {
  const [pid, ...rest] = pidFile(cluster)
  if (!pid || !isRunning(Number(pid))) return
  writeFileSync(join(cluster, 'postmaster.pid'), [process.pid, ...rest].join('\n'))
}

/** Ends what a killed postmaster left behind in the middle of long statements; a new one cannot start beside it. */
export function endStragglers(cluster: string) {
  for (const pid of processesOf(cluster)) signal(pid, 'SIGKILL')
}

/** Stops it as PostgreSQL calls fast: transactions are rolled back, what is committed is on disk. */
export async function stopPostmaster(binaries: Binaries, cluster: string, pid: number) {
  if (process.platform === 'win32') {
    execFileSync(program(binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-D', cluster], { stdio: 'ignore' })
    return
  }
  signal(pid, 'SIGINT')
  if (await isGone(cluster, pid, 30_000)) return
  signal(pid, 'SIGQUIT')
  await isGone(cluster, pid, 10_000)
}

async function isGone(cluster: string, pid: number, patience: number) {
  const until = performance.now() + patience
  while (servesCluster(pid, cluster)) {
    if (performance.now() > until) return false
    await delay(10)
  }
  return true
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in the meantime.
  }
}

function openLog(file: string) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10_000_000) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}
