import assert from 'node:assert/strict'
import { closeSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { clock } from '../apps/server/src/platform/clock/clock.ts'

/**
 * Several processes share a list of test files: each takes the next that nobody has, until none is left. What all files
 * import is imported once for each process instead of once for each file. Every file is a test of its own, so that
 * what it opens before and closes after is opened and closed in its turn.
 */
export type Pack = { files: string[]; taken: string }

const { files, taken }: Pack = JSON.parse(process.env['DESKHAND_TEST_PACK'] ?? '{"files":[],"taken":""}')

// The run's own limit holds for each test; Node takes Infinity for "as usual".
const unlimited = { timeout: 2 ** 31 - 1 }

test('files in turn', unlimited, async (turn) => {
  for (const [at, file] of files.entries()) {
    if (!take(at)) continue
    await turn.test(file, unlimited, async () => {
      assert.ok(isOnTime(), 'the file before this one left the clock moved')
      await import(pathToFileURL(resolve(file)).href)
    })
  }
})

/** Whether this process is the first to ask for it. */
function take(at: number): boolean {
  try {
    closeSync(openSync(join(taken, String(at)), 'wx'))
    return true
  } catch {
    return false
  }
}

const isOnTime = () => Math.abs(clock.now().getTime() - Date.now()) < 1_000
