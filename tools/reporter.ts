import { writeFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { spec } from 'node:test/reporters'

export type Counts = { passed: number; failed: number; skipped: number; failedFiles: string[] }

type Covered = { path: string; totalLineCount: number; coveredLineCount: number }
type TestEvent = {
  type: string
  data: {
    file?: string
    name?: string
    nesting?: number
    details?: { duration_ms?: number; type?: string; error?: { failureType?: string } }
    duration_ms?: number
    counts?: { passed: number; failed: number; skipped: number; cancelled: number; todo: number }
    summary?: { workingDirectory: string; files: Covered[] }
  }
}

/** How many files and tests are named for how long they took. */
const slowest = 15

/**
 * Node's own report, with a coverage summary by folder instead of its line per file; leaves the counts in a file, and
 * names what took longest where DESKHAND_TEST_TIMES is set.
 */
export default async function* report(source: AsyncIterable<TestEvent>) {
  let covered: string[] = []
  const failedFiles = new Set<string>()
  const times = { files: new Map<string, number>(), tests: new Map<string, number>() }
  const wrapped = { passed: 0, failed: 0 }
  async function* shown() {
    for await (const event of source) {
      const { type, data } = event
      if (isPack(data) && (type === 'test:pass' || type === 'test:fail')) {
        const { name = '', nesting, details } = data
        const isOwn = type === 'test:fail' && details?.error?.failureType !== 'subtestsFailed'
        if (nesting === 1) times.files.set(name, details?.duration_ms ?? 0)
        if (nesting === 1 && type === 'test:fail') failedFiles.add(resolve(name))
        if (!isOwn) wrapped[type === 'test:pass' ? 'passed' : 'failed'] += 1
      } else {
        if (type === 'test:fail' && data.file) failedFiles.add(data.file)
        if (type === 'test:pass' || type === 'test:fail') note(times.tests, data, data.details)
      }
      if (type === 'test:summary' && data.file) times.files.set(named(data.file), data.duration_ms ?? 0)
      if (type === 'test:coverage' && data.summary) covered = summarize(data.summary)
      else {
        if (type === 'test:summary' && !data.file) keep(data.counts, wrapped, [...failedFiles])
        yield event
      }
    }
  }
  yield* Readable.from(shown()).compose(new spec())
  if (covered.length) yield `${covered.join('\n')}\n\n`
  if (process.env['DESKHAND_TEST_TIMES']) {
    yield `${[...longest('files', times.files), '', ...longest('tests', times.tests)].join('\n')}\n\n`
  }
}

/** A test of the pack is a whole file, and no test of ours: only what went wrong with the file itself counts. */
const isPack = ({ file }: TestEvent['data']) => file?.endsWith(`tools${sep}pack.ts`) === true

const named = (file: string) => relative(process.cwd(), file)

function note(
  tests: Map<string, number>,
  { file, name }: TestEvent['data'],
  details: TestEvent['data']['details'],
) {
  if (!file || !name || details?.type === 'suite') return
  tests.set(`${named(file)}: ${name}`, details?.duration_ms ?? 0)
}

function longest(what: string, times: Map<string, number>) {
  const sorted = [...times].sort(([, one], [, other]) => other - one).slice(0, slowest)
  if (!sorted.length) return []
  return [
    `The ${what} that took longest`,
    ...sorted.map(([name, time]) => `  ${(time / 1_000).toFixed(1).padStart(6)} s  ${name}`),
  ]
}

function keep(
  counts: TestEvent['data']['counts'],
  wrapped: { passed: number; failed: number },
  failedFiles: string[],
) {
  const file = process.env['DESKHAND_TEST_COUNTS']
  if (!file || !counts) return
  const { passed, failed, cancelled, skipped, todo } = counts
  const kept: Counts = {
    passed: passed - wrapped.passed,
    failed: failed + cancelled - wrapped.failed,
    skipped: skipped + todo,
    failedFiles,
  }
  writeFileSync(file, JSON.stringify(kept))
}

function summarize({ workingDirectory, files }: { workingDirectory: string; files: Covered[] }) {
  const folders = new Map<string, { lines: number; covered: number }>()
  for (const { path, totalLineCount, coveredLineCount } of files) {
    const parts = relative(workingDirectory, path).split(sep)
    for (const name of ['all of apps/server/src', folderOf(parts.slice(3))]) {
      const sum = folders.get(name) ?? { lines: 0, covered: 0 }
      folders.set(name, { lines: sum.lines + totalLineCount, covered: sum.covered + coveredLineCount })
    }
  }
  const rows = [...folders].map(([name, sum]) => `  ${percent(sum).padStart(6)} %  ${name}`)
  return [
    'Lines covered by the tests',
    ...rows.slice(1).sort((a, b) => (a.slice(10) < b.slice(10) ? -1 : 1)),
    ...rows.slice(0, 1),
  ]
}

/** The slice, or the part of the platform. */
function folderOf(parts: string[]) {
  return parts.slice(0, parts[0] === 'platform' ? Math.min(2, parts.length - 1) : 1).join('/')
}

function percent({ lines, covered }: { lines: number; covered: number }) {
  return ((covered / lines) * 100).toFixed(1)
}
