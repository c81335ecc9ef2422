import { writeSync } from 'node:fs'
import { after } from 'node:test'

/** Where all files share a process, that one also ends a browser and a server. */
const isShared = process.execArgv.includes('--test-isolation=none')
/** How long a process may live on after its last test. */
const grace = isShared ? 60_000 : 3_000

/**
 * Loaded before each file of tests: a handle that a test left open must not keep the whole run waiting. Node's own
 * --test-force-exit does not wait until all is reported.
 */
if (isShared || process.env['NODE_TEST_CONTEXT']?.startsWith('child')) {
  after(() => {
    setTimeout(() => {
      const left = process.getActiveResourcesInfo().join(', ')
      writeSync(2, `${process.argv[1]} was ended by force; it left open: ${left}\n`)
      process.exit()
    }, grace).unref()
  })
}
