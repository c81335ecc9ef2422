import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { alone } from './alone.mjs'
import { compiled, findNode } from './node.mjs'

export const clone = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Makes the clone ready to run, and does nothing when it is: installs the packages, builds the web when asked.
 * Resolves to the Node that runs the rest. Plain JavaScript, since it runs before anything is installed.
 */
export async function prepare({ web }, root = clone) {
  const isReady = () => isInstalled(root) && (!web || isBuilt(root))
  if (!isReady()) {
    await alone(join(root, '.cache', 'prepare.lock'), async () => {
      if (!isInstalled(root)) await install(root)
      if (web && !isBuilt(root)) await build(root)
    })
  }
  return findNode(root)
}

const installMarker = (root) => join(root, 'node_modules', '.deskhand-install')

function isInstalled(root) {
  const lock = read(join(root, 'package-lock.json'))
  const wanted = digest([lock, process.platform, process.arch])
  if (read(installMarker(root)) === wanted) return true
  if (!matches(lock, read(join(root, 'node_modules', '.package-lock.json')))) return false
  tryWrite(installMarker(root), wanted)
  return true
}

/** Somebody may have installed by hand: npm notes what lies in node_modules in the form of the lock file. */
function matches(lock, installed) {
  if (!installed) return false
  const there = JSON.parse(installed).packages
  return Object.entries(JSON.parse(lock).packages).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') || wanted.link) return true
    const found = there[path]
    return found
      ? found.version === wanted.version
      : wanted.peer || (wanted.optional && !isForThisMachine(wanted))
  })
}

/** Optional packages without a platform belong to others that have one. */
function isForThisMachine({ os = [], cpu = [], libc }) {
  return os.includes(process.platform) && cpu.includes(process.arch) && !libc
}

async function install(root) {
  await step('Installing packages', async () => {
    // The web is built here, so development packages are needed in production too.
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
    await runNpm(args, root)
    const lock = read(join(root, 'package-lock.json'))
    tryWrite(installMarker(root), digest([lock, process.platform, process.arch]))
  })
}

function runNpm(args, root) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  if (npm && /npm-cli\.c?js$/.test(npm))
    return runQuietly(node ?? process.execPath, [npm, ...args], { cwd: root })
  return runQuietly('npm', args, { cwd: root, shell: process.platform === 'win32' })
}

const buildMarker = (root) => join(root, 'apps', 'web', 'dist', '.deskhand-build')

function isBuilt(root) {
  return read(buildMarker(root)) === sourcesOf(root)
}

/** Everything the bundle is made of. */
function sourcesOf(root) {
  const files = ['package-lock.json', 'tsconfig.json', 'apps/web', 'packages/contract']
    .map((path) => join(root, path))
    .flatMap(filesIn)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort()
  return digest(files.flatMap((file) => [relative(root, file).split(sep).join('/'), readFileSync(file)]))
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (path.endsWith('.json')) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules' && !name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))
}

async function build(root) {
  await step('Building the web app', async () => {
    const folder = join(root, 'apps', 'web')
    const draft = join(root, '.cache', 'web')
    const sources = sourcesOf(root)
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const args = [vite, 'build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn']
    await Promise.all([runQuietly(findNode(root), args, { cwd: folder }), compileServer(root)])
    writeFileSync(join(draft, '.deskhand-build'), sources)
    // A server that is running keeps its files until the new ones are all there.
    const dist = join(folder, 'dist')
    rmSync(join(root, '.cache', 'web-before'), { recursive: true, force: true })
    if (existsSync(dist)) renameSync(dist, join(root, '.cache', 'web-before'))
    renameSync(draft, dist)
    rmSync(join(root, '.cache', 'web-before'), { recursive: true, force: true })
  })
}

/** So that the first start is as fast as the next ones. It saves time and nothing else, so it may fail. */
function compileServer(root) {
  const server = pathToFileURL(join(root, 'apps', 'server', 'src', 'cli', 'serve.ts'))
  const args = ['--input-type=module', '--eval', `await import(${JSON.stringify(server.href)})`]
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled }
  return runQuietly(findNode(root), args, { cwd: root, env }).catch(() => undefined)
}

/** One line for each step; on stderr, since the output of what runs next may be piped somewhere. */
async function step(title, work) {
  const start = Date.now()
  process.stderr.write(`${title} … `)
  try {
    await work()
    process.stderr.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`)
  } catch (error) {
    process.stderr.write('failed\n')
    throw error
  }
}

/** What the command says is shown only when it fails. */
function runQuietly(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece) => {
        said += piece
      })
    }
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(said.trim() || `${command}: ${code}`)),
    )
  })
}

function digest(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The marker only saves time; a clone that belongs to somebody else is fine without. */
function tryWrite(file, text) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch {
    // Looked at again next time.
  }
}
