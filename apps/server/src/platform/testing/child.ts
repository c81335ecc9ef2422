import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Connection } from '../db/connection.ts'

/** A process of this folder on that database, to be killed: it says `ready` when it works. */
export async function startChild(
  file: string,
  connection: Connection,
  ...args: string[]
): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, file), JSON.stringify(connection), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await sayingOf(child, 'ready')
  return child
}

/** Waits until the child says this. */
export function sayingOf({ stdout }: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout?.on('data', (text) => String(text).includes(word) && resolve())
    stdout?.once('end', () => reject(new Error(`The child ended before it said ${word}.`)))
  })
}

/** kill -9, and wait until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
