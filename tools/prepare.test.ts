import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { promisify } from 'node:util'

const program = new URL('prepare.mjs', import.meta.url).href
let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deskhand-prepare-'))
  write('package-lock.json', lockOf('1.0.0'))
  write('apps/web/src/main.tsx', 'one')
  write('packages/contract/src/index.ts', 'one')
  // Stand-ins for npm and vite that note each call; the registry and a real bundle prove nothing here.
  write(
    'npm-cli.js',
    `const fs = require('node:fs')
     fs.appendFileSync('calls', 'npm ' + process.argv.slice(2).join(' ') + '\\n')
     const vite = \`const fs = require('node:fs')
       const out = process.argv[process.argv.indexOf('--outDir') + 1]
       fs.appendFileSync('../../calls', 'vite\\\\n')
       if (fs.readFileSync('src/main.tsx', 'utf8') === 'broken') { console.error('main.tsx is broken'); process.exit(1) }
       fs.mkdirSync(out, { recursive: true })
       fs.copyFileSync('src/main.tsx', out + '/index.html')\`
     fs.rmSync('node_modules', { recursive: true, force: true })
     fs.mkdirSync('node_modules/vite/bin', { recursive: true })
     fs.writeFileSync('node_modules/vite/bin/vite.js', vite)`,
  )
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

const lockOf = (version: string) =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/there': { version },
      'node_modules/elsewhere': { version, optional: true, os: ['aix'], cpu: ['ppc'] },
    },
  })

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

async function prepare(web = true) {
  const code = `import { prepare } from ${JSON.stringify(program)}
    process.stdout.write(await prepare({ web: ${web} }, ${JSON.stringify(root)}))`
  const env = { ...process.env, npm_execpath: join(root, 'npm-cli.js'), npm_node_execpath: process.execPath }
  return await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { cwd: root, env })
}

function calls() {
  const file = join(root, 'calls')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  rmSync(file, { force: true })
  return lines.map((line) => line.split(' ').slice(0, 2).join(' '))
}

test('installs and builds once, and says so in a line each; then it is silent', async () => {
  const first = await prepare()
  assert.deepEqual(calls(), ['npm ci', 'vite'])
  assert.match(first.stderr, /^Installing packages … [\d.]+ s\nBuilding the web app … [\d.]+ s\n$/)
  assert.equal(first.stdout, process.execPath)
  assert.equal(readFileSync(join(root, 'apps/web/dist/index.html'), 'utf8'), 'one')

  assert.equal((await prepare()).stderr, '')
  assert.deepEqual(calls(), [])
})

test('installs again when the lock file changes, and builds with what came', async () => {
  await prepare()
  calls()
  write('package-lock.json', lockOf('2.0.0'))
  await prepare()
  assert.deepEqual(calls(), ['npm ci', 'vite'])
})

test('leaves alone what somebody installed by hand, as long as it is what the lock file says', async () => {
  const noted = { packages: { 'node_modules/there': { version: '1.0.0' } } }
  write('node_modules/.package-lock.json', JSON.stringify(noted))
  await prepare(false)
  assert.deepEqual(calls(), [])

  write('package-lock.json', lockOf('2.0.0'))
  await prepare(false)
  assert.deepEqual(calls(), ['npm ci'])
})

for (const source of ['apps/web/src/main.tsx', 'packages/contract/src/index.ts']) {
  test(`builds again when ${source} changes, and only when the web is asked for`, async () => {
    await prepare()
    calls()
    write(source, 'two')
    await prepare(false)
    assert.deepEqual(calls(), [])
    await prepare()
    assert.deepEqual(calls(), ['vite'])
  })
}

test('a build that fails shows why, and leaves the last one in place', async () => {
  await prepare()
  write('apps/web/src/main.tsx', 'broken')
  await assert.rejects(prepare(), /main\.tsx is broken/)
  assert.equal(readFileSync(join(root, 'apps/web/dist/index.html'), 'utf8'), 'one')
})

test('two at once do the work once, also after one that was killed in the middle', async () => {
  write('.cache/prepare.lock', '999999999')
  await Promise.all([prepare(), prepare(), prepare()])
  assert.deepEqual(calls(), ['npm ci', 'vite'])
  assert.equal(existsSync(join(root, '.cache/prepare.lock')), false)
})
