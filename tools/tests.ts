import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { startTestCluster, testEnvironment } from '../apps/server/src/platform/postgres/testCluster.ts'
import type { Counts } from './reporter.ts'

/**
 * Runs all tests on one throw-away PostgreSQL: `npm test`, `npm test -- requests e2e/login` for the files whose path
 * holds one of the words; what begins with `--` goes to Node's test runner.
 */
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'))
const folder = mkdtempSync(join(tmpdir(), 'deskhand-tests-'))
const cluster = await startTestCluster()
let running: ChildProcess | undefined
let isStopped = false

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isStopped = true
    running?.kill(signal)
  })
}

const coverage = [
  '--experimental-test-coverage',
  '--test-coverage-include=apps/server/src/**/*.ts',
  '--test-coverage-exclude=**/*.test.ts',
  '--test-coverage-exclude=apps/server/src/platform/testing/**',
]
const groups = [
  {
    files: find('{packages,apps,tools}/**/*.test.ts'),
    // Figures of a part of the tests would say nothing.
    options: ['--test-concurrency=2', '--test-timeout=120000', ...(words.length ? [] : coverage)],
  },
  // One process: browser and server are started once for all journeys.
  { files: find('e2e/**/*.test.ts'), options: ['--test-isolation=none', '--test-timeout=300000'] },
]

const total: Counts = { passed: 0, failed: 0, skipped: 0 }
try {
  for (const [index, { files, options }] of groups.entries()) {
    if (!files.length || isStopped) continue
    const counts = await runTests(files, options, join(folder, `${index}.json`))
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
  }
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
if (isStopped) total.failed += 1
const skipped = total.skipped ? `, ${total.skipped} skipped` : ''
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exit(total.failed ? 1 : 0)

function find(pattern: string) {
  const exclude = ['**/node_modules/**', '**/dist/**']
  return globSync(pattern, { exclude })
    .filter((file) => !words.length || words.some((word) => file.split(sep).join('/').includes(word)))
    .sort()
}

async function runTests(files: string[], options: string[], countsFile: string): Promise<Counts> {
  running = spawn(
    process.execPath,
    // A handle that a test left open must not keep the whole run waiting.
    ['--test', '--test-force-exit', '--test-reporter=./tools/reporter.ts', ...options, ...flags, ...files],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...testEnvironment(cluster.connection), DESKHAND_TEST_COUNTS: countsFile },
    },
  )
  const [code] = await once(running, 'exit')
  const counts: Counts = existsSync(countsFile)
    ? JSON.parse(readFileSync(countsFile, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0 }
  // A run that broke off has no failed test to show for it.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
