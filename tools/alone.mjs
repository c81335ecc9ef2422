import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Does the work while no other process holds this lock file; a dead process's lock is taken over. */
export async function alone(file, work) {
  mkdirSync(dirname(file), { recursive: true })
  for (let turn = 0; !take(file); turn++) {
    if (turn === 0) process.stderr.write('Waiting for another process that prepares this clone.\n')
    if (isLeft(file)) discard(file)
    else await delay(200)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isLeft(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    // Empty: either being written this moment, or its process died in between.
    if (!pid) return Date.now() - statSync(file).mtimeMs > 2_000
    return pid === process.pid || !isRunning(pid)
  } catch {
    return false
  }
}

/** Looked at once more after it is moved aside: another process may have been faster, and hold it by now. */
function discard(file) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (!isLeft(aside)) linkSync(aside, file)
  } catch {
    // Somebody else moved it.
  } finally {
    rmSync(aside, { force: true })
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
