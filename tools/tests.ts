import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
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

/** More than this many files that fail are no accident. */
const worthASecondRun = 3

const total = { passed: 0, failed: 0, skipped: 0 }
const unsteady: string[] = []
try {
  for (const [index, { files, options }] of groups.entries()) {
    if (!files.length || isStopped) continue
    const counts = await runTwice(files, options, join(folder, `${index}`))
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
if (unsteady.length) process.stdout.write(`Passed only when they ran again, alone: ${unsteady.join(', ')}\n`)
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exit(total.failed ? 1 : 0)

function find(pattern: string) {
  const exclude = ['**/node_modules/**', '**/dist/**']
  return globSync(pattern, { exclude })
    .filter((file) => !words.length || words.some((word) => file.split(sep).join('/').includes(word)))
    .sort()
}

/**
 * In a whole run, a few files that failed run once more, by themselves: what a busy machine made late passes then, and
 * is named at the end; what is wrong fails again.
 */
async function runTwice(files: string[], options: string[], countsFile: string): Promise<Counts> {
  const first = await runTests(files, options, `${countsFile}.json`)
  const again = first.failedFiles
  if (words.length || isStopped || !again.length || again.length > worthASecondRun) return first
  process.stdout.write(`\nOnce more, by themselves: ${again.map(short).join(', ')}\n\n`)
  const alone = options.filter(
    (option) => !coverage.includes(option) && !option.startsWith('--test-concurrency'),
  )
  const second = await runTests(again, ['--test-concurrency=1', ...alone], `${countsFile}-again.json`)
  unsteady.push(...again.filter((file) => !second.failedFiles.includes(file)).map(short))
  return { ...first, passed: first.passed + first.failed - second.failed, failed: second.failed }
}

function short(file: string) {
  return relative(process.cwd(), file)
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
    : { passed: 0, failed: 1, skipped: 0, failedFiles: [] }
  // A run that broke off has no failed test to show for it.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
