import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { birthOf, isRunning } from './processes.ts'

export type Owner = ReturnType<typeof ownerLock>

const heldHere = new Set<string>()

/**
 * The file that says which process may stop PostgreSQL and start it again.
 * `take` gets it when nobody living has it, and answers whether it is ours.
 */
export function ownerLock(file: string) {
  const token = randomUUID()
  const mine = `${process.pid} ${token} ${birthOf(process.pid)}\n`

  function take() {
    const held = read()
    if (held === mine) return true
    if (held !== undefined) {
      if (isAlive(held)) return false
      discard(held)
    }
    if (!write()) return false
    heldHere.add(token)
    return true
  }

  function write() {
    const draft = `${file}.${token}`
    writeFileSync(draft, mine, { mode: 0o600 })
    try {
      linkSync(draft, file)
      return true
    } catch {
      return false
    } finally {
      rmSync(draft, { force: true })
    }
  }

  function read() {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return undefined
    }
  }

  /** Moved aside before it is judged: another process may have replaced the dead entry by its own just now. */
  function discard(dead: string) {
    const aside = `${file}.${token}.dead`
    try {
      renameSync(file, aside)
      if (readFileSync(aside, 'utf8') !== dead) linkSync(aside, file)
    } catch {
      // Whoever was faster has it; take() will see.
    } finally {
      rmSync(aside, { force: true })
    }
  }

  return {
    take,
    isOurs: () => read() === mine,
    holder: () => Number(read()?.split(' ')[0] ?? 0),
    release() {
      heldHere.delete(token)
      if (read() === mine) rmSync(file, { force: true })
    },
  }
}

/** Whether the process that wrote this entry still lives. */
export function isAlive(entry: string) {
  const [pid = 0, token = '', birth = ''] = entry.trim().split(' ')
  if (Number(pid) === process.pid) return heldHere.has(token)
  return isRunning(Number(pid)) && birthOf(Number(pid)) === birth
}
