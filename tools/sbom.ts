/**
 * `npm run sbom` writes what goes out with Deskhand as CycloneDX (`dist/sbom.cdx.json`), read from the lockfile alone,
 * and asks the registry for advisories about it. Without a registry that answers such questions it says so and ends
 * well; an advisory of level high or worse ends it with 1.
 */
import { spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const place = join('dist', 'sbom.cdx.json')

/** What npm answers as JSON, whatever it ends with; null when it answers none. */
function npm(...args: string[]): object | null {
  // Set where npm started us; on Windows its command is no program that could be started by name.
  const own = process.env['npm_execpath']
  const [program, before] = own ? [process.execPath, [own]] : ['npm', []]
  const { stdout } = spawnSync(program, [...before, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  try {
    const said: unknown = JSON.parse(stdout)
    return typeof said === 'object' ? said : null
  } catch {
    return null
  }
}

type Bom = { metadata: { component: { name: string } }; components: unknown[] }
const isBom = (value: object | null): value is Bom =>
  value !== null && 'components' in value && 'metadata' in value

const bom = npm('sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--omit=dev')
if (!isBom(bom)) throw new Error('npm wrote no list. It takes npm 10 or later.')
// npm names it by the folder.
const { name } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { name: string }
bom.metadata.component.name = name
await mkdir(join(root, 'dist'), { recursive: true })
await writeFile(join(root, place), `${JSON.stringify(bom, null, 2)}\n`)
process.stdout.write(`Wrote ${place}: ${bom.components.length} packages.\n`)

type Counts = { low: number; moderate: number; high: number; critical: number }
const advice = npm('audit', '--package-lock-only', '--omit=dev', '--json')
const counts =
  advice && 'metadata' in advice
    ? (advice.metadata as { vulnerabilities?: Counts }).vulnerabilities
    : undefined
if (!counts)
  process.stdout.write('Advisories were not asked for: the registry cannot be reached, or has none.\n')
else {
  const { low, moderate, high, critical } = counts
  process.stdout.write(`Advisories: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low.\n`)
  if (critical + high > 0) process.exitCode = 1
}
