/**
 * `npm run fix` writes what follows from the contract: the OpenAPI document that `/openapi.json` serves, so that
 * every change of the API is visible in a diff, and the page about problems. With `--check` it writes nothing and
 * fails when they are stale.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeApi } from '../apps/server/src/openapi.ts'
import { problemsInMarkdown } from '../apps/server/src/platform/http/docs/problemPage.ts'

const root = join(import.meta.dirname, '..')
const files = {
  'docs/openapi.json': `${JSON.stringify(describeApi(), null, 2)}\n`,
  'docs/problems.md': problemsInMarkdown(),
}

const stale: string[] = []
for (const [path, fresh] of Object.entries(files)) {
  if ((await readFile(join(root, path), 'utf8').catch(() => '')) === fresh) continue
  stale.push(path)
  if (!process.argv.includes('--check')) await writeFile(join(root, path), fresh)
}
if (process.argv.includes('--check') && stale.length > 0) {
  process.stderr.write(`Stale: ${stale.join(', ')}. Run npm run fix.\n`)
  process.exitCode = 1
} else {
  process.stdout.write(stale.length > 0 ? `Wrote ${stale.join(', ')}.\n` : 'The API’s documents are fresh.\n')
}
