/** `npm run bench`: measures what the product promises about speed, and prints it as a table. See README.md. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeBrowser } from '../e2e/browser.ts'
import { endAll } from './ending.ts'
import { type Figure, type RowName, rowNames } from './figure.ts'
import { fillGround, runDemo, runGround, runWork } from './stages.ts'
import { tableOf } from './table.ts'
import { runThings } from './thingStages.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1000000' },
    keep: { type: 'string' },
    fill: { type: 'boolean', default: false },
  },
})
const size = Number(values.size)
const unknown = positionals.filter((name) => !rowNames.some((row) => row === name))
if (unknown.length > 0 || ![10_000, 100_000, 1_000_000].includes(size)) {
  process.stderr.write(
    `npm run bench -- [${rowNames.join('] [')}] [--size=10000|100000|1000000] [--keep=folder [--fill]]\n`,
  )
  process.exit(2)
}
const rows = new Set<RowName>(
  positionals.length === 0 ? rowNames : rowNames.filter((row) => positionals.includes(row)),
)

/** Progress goes beside the table, so that the table alone can be kept. */
const say = (line: string) => void process.stderr.write(`${line}\n`)

const began = performance.now()
const folder = values.keep ?? (await makeFolder())
const tidy = async () => {
  await endAll()
  await closeBrowser()
  if (!values.keep) await rm(folder, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void tidy().finally(() => process.exit(130)))
}

const figures: Figure[] = []
try {
  if (values.fill) {
    await fillGround({ folder, rows, size, say })
    await tidy()
    process.exit(0)
  }
  for (const stage of [runGround, runThings, runWork, runDemo]) {
    figures.push(...(await stage({ folder, rows, size, say })))
  }
} finally {
  await tidy()
}

const minutes = ((performance.now() - began) / 60_000).toFixed(1)
process.stdout.write(`${tableOf(figures)}\n`)
const over = figures.filter(({ verdict }) => verdict === 'over').length
say(`${figures.length} figures in ${minutes} minutes, ${over} over their budget.`)

const results = join(import.meta.dirname, 'results')
const at = new Date().toISOString()
await mkdir(results, { recursive: true })
const machine = {
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  processors: cpus().map(({ model }) => model),
  memory: totalmem(),
}
const file = join(results, `${at.slice(0, 16).replace(':', '')}.json`)
await writeFile(
  file,
  `${JSON.stringify({ at, size, minutes: Number(minutes), machine, figures }, null, 1)}\n`,
)

/** Open to the account that PostgreSQL runs as, where we are root. */
async function makeFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'deskhand-bench-'))
  await chmod(made, 0o755)
  return made
}
