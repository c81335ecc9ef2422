import { setTimeout as pause } from 'node:timers/promises'

/** Asks until the answer is yes; fails when it has not come within the time. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  milliseconds = 30_000,
): Promise<void> {
  const end = performance.now() + milliseconds
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Waited ${milliseconds} ms in vain until ${what}.`)
    await pause(10)
  }
}
