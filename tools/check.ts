/** `npm run check`: everything that keeps the house in order, as a list. Fails when one step fails. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { checkDangers } from './checks/dangers.ts'
import { checkDocs } from './checks/docs.ts'
import { checkImports } from './checks/imports.ts'
import { checkSizes } from './checks/sizes.ts'

const root = join(import.meta.dirname, '..')
const node = process.execPath
const typesSeen = join(root, 'node_modules/.cache/types.tsbuildinfo')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

function run(command: string, args: string[]): string[] {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  return status === 0 ? [] : [`${stdout}${stderr}`.trim()]
}

/** Each step answers its complaints, in sentences. */
const steps: [string, () => string[] | Promise<string[]>][] = [
  [
    'format and lint',
    () => run(bin('biome'), ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=50', '.']),
  ],
  // What it found out last time is kept, and only what has changed since is looked at.
  ['types', () => run(bin('tsc'), ['--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', typesSeen])],
  ['imports and shelves', () => checkImports(root)],
  ['sizes', () => checkSizes(root)],
  ['nothing dangerous', () => checkDangers(root)],
  ['docs', () => checkDocs(root)],
  ['schema files are fresh', () => run(node, ['tools/db.ts', '--check'])],
  ['OpenAPI document is fresh', () => run(node, ['tools/openapi.ts', '--check'])],
]

let failed = 0
for (const [name, step] of steps) {
  const complaints = await step()
  process.stdout.write(`${complaints.length === 0 ? 'ok  ' : 'FAIL'} ${name}\n`)
  for (const complaint of complaints) process.stdout.write(`${complaint.replace(/^/gm, '     ')}\n`)
  if (complaints.length > 0) failed++
}
process.stdout.write(`${steps.length - failed} steps fine, ${failed} failed\n`)
process.exitCode = failed > 0 ? 1 : 0
