import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Whether a process with this number runs. A zombie does not: in containers nobody may ever bury it. */
export function isRunning(pid: number) {
  if (process.platform === 'linux') return !['Z', 'X', undefined].includes(statOf(pid)?.[0])
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Tells two processes with the same number apart (numbers return soon in containers).
 * Empty where the system does not tell.
 */
export function birthOf(pid: number) {
  const ticks = statOf(pid)?.[19]
  if (!ticks) return ''
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`
}

/** The fields after the name: state first, start time in ticks since boot at 19 (proc(5)). */
function statOf(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/**
 * Whether this process is a living PostgreSQL on that cluster folder (a real path). The command line tells, because
 * root in a container may not see the working folder of another account's process.
 */
export function servesCluster(pid: number, cluster: string) {
  if (!isRunning(pid)) return false
  if (process.platform === 'win32') return true
  return commandLine(pid).includes(`-D ${cluster} `)
}

function commandLine(pid: number) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Every process of that cluster that we may see, so that the children of a killed postmaster can be ended. */
export function processesOf(cluster: string) {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolder(pid) === cluster)
}

/** PostgreSQL and its children stay in the cluster's folder. */
function workingFolder(pid: number) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}
