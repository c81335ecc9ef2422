import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { startTestCluster, testEnvironment } from '../apps/server/src/platform/postgres/testCluster.ts'
import type { Pack } from './pack.ts'
import type { Counts } from './reporter.ts'

/**
 * Runs all tests on one throw-away PostgreSQL: `npm test`, `npm test -- requests e2e/login` for the files whose path
 * holds one of the words, `npm test -- --coverage` to hear what they cover; what else begins with `--` goes to Node's
 * test runner.
 */
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isCounted = process.argv.includes('--coverage')
const flags = process.argv.slice(2).filter((word) => word.startsWith('--') && word !== '--coverage')
const folder = mkdtempSync(join(tmpdir(), 'deskhand-tests-'))
const cluster = await startTestCluster()
const running = new Set<ChildProcess>()
let isStopped = false

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isStopped = true
    for (const child of running) child.kill(signal)
  })
}

const coverage = [
  '--experimental-test-coverage',
  '--test-coverage-include=apps/server/src/**/*.ts',
  '--test-coverage-exclude=**/*.test.ts',
  '--test-coverage-exclude=apps/server/src/platform/testing/**',
]
const journeys = find('e2e/**/*.test.ts')
const isPages = (file: string) => file.endsWith('everyPage.test.ts')
const patience = '--test-timeout=300000'
// Browser and server are started once for all journeys of a process.
const inOneProcess = ['--test-isolation=none', patience]
/** With `taken`, a folder, its files are a pack that is shared with the other groups of this folder. */
type Group = { files: string[]; options: string[]; taken?: string }
const others = find('{packages,apps,tools}/**/*.test.ts')
// What picks tests by their names, or counts lines, has each file by itself.
const packs = flags.length || isCounted ? 0 : Math.min(2, others.length)
/** One after the other; the groups of a stage at the same time. */
const stages: Group[][] = [
  packs
    ? Array.from({ length: packs }, () => ({
        files: others,
        options: inOneProcess,
        taken: join(folder, 'taken'),
      }))
    : [{ files: others, options: ['--test-concurrency=2', patience, ...(isCounted ? coverage : [])] }],
  halves(journeys).map((files) => ({ files, options: inOneProcess })),
]

/** More than this many files that fail are no accident; of those in a pack, some may only have minded their neighbours. */
const worthASecondRun = { alone: 8, inAPack: 20 }

const total = { passed: 0, failed: 0, skipped: 0 }
const unsteady: string[] = []
try {
  for (const stage of stages) {
    const groups = stage.filter(({ files }) => files.length && !isStopped)
    const runs = groups.map((group, at) => runTests(group, at > 0))
    const done: [Group, Counts][] = []
    for (const [at, run] of runs.entries()) {
      const { counts, said } = await run
      process.stdout.write(said)
      const group = groups[at]
      if (group) done.push([group, counts])
    }
    for (const [group, counts] of done) {
      const { passed, failed, skipped } = await runAgain(group, counts)
      total.passed += passed
      total.failed += failed
      total.skipped += skipped
    }
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
async function runAgain({ options, taken }: Group, first: Counts): Promise<Counts> {
  const files = first.failedFiles
  if (
    words.length ||
    isStopped ||
    !files.length ||
    files.length > worthASecondRun[taken ? 'inAPack' : 'alone']
  )
    return first
  process.stdout.write(`\nOnce more, by themselves: ${files.map(short).join(', ')}\n\n`)
  const alone = taken
    ? [patience]
    : options.filter((option) => !coverage.includes(option) && !option.startsWith('--test-concurrency'))
  const { counts: second } = await runTests({ files, options: ['--test-concurrency=1', ...alone] })
  unsteady.push(...files.filter((file) => !second.failedFiles.includes(file)).map(short))
  return { ...first, passed: first.passed + first.failed - second.failed, failed: second.failed }
}

/**
 * Two groups that end at about the same time: one looks at every page first, which takes as long as a fifth of all
 * journeys, and meets the demo world as it was made.
 */
function halves(files: string[]) {
  const pages = files.filter(isPages)
  const others = files.filter((file) => !isPages(file))
  const share = Math.ceil(others.length * (pages.length ? 0.6 : 0.5))
  return [others.slice(0, share), [...pages, ...others.slice(share)]]
}

function short(file: string) {
  return relative(process.cwd(), file)
}

/** What a second one says, while a first one is talking, is kept for when that has ended. */
async function runTests(
  { files, options, taken }: Group,
  isQuiet = false,
): Promise<{ counts: Counts; said: string }> {
  if (taken) mkdirSync(taken, { recursive: true })
  const pack: Pack | undefined = taken === undefined ? undefined : { files, taken }
  const countsFile = join(folder, `${randomUUID()}.json`)
  const child = spawn(
    process.execPath,
    [
      '--test',
      `--import=${new URL('ending.ts', import.meta.url)}`,
      '--test-reporter=./tools/reporter.ts',
      ...options,
      ...flags,
      ...(pack ? ['tools/pack.ts'] : files),
    ],
    {
      stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...testEnvironment(cluster.connection),
        // What is taken from the cache of what was compiled before is counted less exactly.
        ...(isCounted ? { NODE_DISABLE_COMPILE_CACHE: '1' } : {}),
        DESKHAND_TEST_COUNTS: countsFile,
        ...(pack ? { DESKHAND_TEST_PACK: JSON.stringify(pack) } : {}),
        ...(words.length ? {} : { DESKHAND_TEST_TIMES: 'yes' }),
      },
    },
  )
  running.add(child)
  const [[code], said] = await Promise.all([once(child, 'exit'), child.stdout ? text(child.stdout) : ''])
  running.delete(child)
  const counts: Counts = existsSync(countsFile)
    ? JSON.parse(readFileSync(countsFile, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0, failedFiles: [] }
  // A run that broke off has no failed test to show for it.
  return { counts: code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts, said }
}
