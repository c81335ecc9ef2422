import { writeFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { spec } from 'node:test/reporters'

export type Counts = { passed: number; failed: number; skipped: number; failedFiles: string[] }

type Covered = { path: string; totalLineCount: number; coveredLineCount: number }
type TestEvent = {
  type: string
  data: {
    file?: string
    counts?: { passed: number; failed: number; skipped: number; cancelled: number; todo: number }
    summary?: { workingDirectory: string; files: Covered[] }
  }
}

/** Node's own report, with a coverage summary by folder instead of its line per file; leaves the counts in a file. */
export default async function* report(source: AsyncIterable<TestEvent>) {
  let covered: string[] = []
  const failedFiles = new Set<string>()
  async function* shown() {
    for await (const event of source) {
      if (event.type === 'test:fail' && event.data.file) failedFiles.add(event.data.file)
      if (event.type === 'test:coverage' && event.data.summary) covered = summarize(event.data.summary)
      else {
        if (event.type === 'test:summary' && !event.data.file) keep(event.data.counts, [...failedFiles])
        yield event
      }
    }
  }
  yield* Readable.from(shown()).compose(new spec())
  if (covered.length) yield `${covered.join('\n')}\n\n`
}

function keep(counts: TestEvent['data']['counts'], failedFiles: string[]) {
  const file = process.env['DESKHAND_TEST_COUNTS']
  if (!file || !counts) return
  const { passed, failed, cancelled, skipped, todo } = counts
  const kept: Counts = { passed, failed: failed + cancelled, skipped: skipped + todo, failedFiles }
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
