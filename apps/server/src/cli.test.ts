import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { keepSecretIn } from './platform/db/installSecret.ts'
import { freshDatabase, testSecret } from './platform/testing/database.ts'

const database = await freshDatabase()
const { user, password, host, port, database: name } = database.connection
const folder = mkdtempSync(join(tmpdir(), 'deskhand-cli-'))
const address = `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${name}`
const env = {
  PATH: process.env['PATH'],
  DATABASE_URL: address,
  DESKHAND_SECRET: testSecret,
  DESKHAND_DATA: folder,
  DESKHAND_URL: 'https://desk.example.com',
}
after(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

async function run(args: string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (piece) => {
    out += piece
  })
  child.stderr.on('data', (piece) => {
    err += piece
  })
  const [code] = await once(child, 'close')
  return { code, out, err }
}

const kiln = ['company', 'create', '--name', 'Kiln', '--zone', 'Europe/Lisbon', '--admin-name', 'Ada Kiln']

test('a command that is none, or half of one, ends with 2', async () => {
  for (const args of [[], ['nothing'], ['company', 'create', '--name', 'Kiln'], ['doctor', '--loud']])
    assert.equal((await run(args)).code, 2, args.join(' '))
  const help = await run(['--help'])
  assert.equal(help.code, 0)
  for (const command of ['serve', 'migrate', 'demo', 'company', 'doctor', 'verify'])
    assert.match(help.out, new RegExp(command))
})

test('migrate finds nothing to do', async () => {
  assert.deepEqual(JSON.parse((await run(['migrate', '--json'])).out), { ran: [] })
})

test('company create prints the invitation that nobody would mail', async () => {
  const made = await run([...kiln, '--admin-email', 'ada@kiln.example'])
  assert.equal(made.code, 0, made.err)
  assert.match(made.out, /https:\/\/desk\.example\.com\/invite#token=[\w-]{40,}/)
  const { rows } = await database.pools.platform.query('select name from app.companies')
  assert.deepEqual(rows, [{ name: 'Kiln' }])
})

test('company create refuses in a sentence what it cannot use', async () => {
  const { code, err } = await run([...kiln, '--admin-email', 'nobody'])
  assert.equal(code, 1)
  assert.match(err, /^admin\.email: /)
})

test('demo load wants an empty database', async () => {
  const { code, err } = await run(['demo', 'load'])
  assert.equal(code, 1)
  assert.match(err, /wants an empty one/)
})

test('doctor says what it finds, in words and in JSON', async () => {
  const { code, out } = await run(['doctor', '--json'], { DESKHAND_SERCET: 'typing error' })
  const { ok, findings } = JSON.parse(out)
  const of = (about: string) => findings.filter((one: { about: string }) => one.about === about)
  assert.equal(code, ok ? 0 : 1)
  for (const about of ['database', 'migrations', 'roles', 'row-level security', 'clock', 'secret', 'address'])
    assert.equal(of(about)[0]?.level, 'ok', JSON.stringify(of(about)))
  assert.match(of('configuration')[0].sentence, /DESKHAND_SERCET/)
  assert.equal(of('mail')[0].level, 'warn')
  assert.ok(!out.includes(password) && !out.includes(testSecret))
  assert.match((await run(['doctor'])).out, /^ok {4}database +PostgreSQL \d+/m)
})

test('doctor fails when row-level security does not hold, and when nobody answers', async () => {
  const owner = new pg.Client(database.connection)
  await owner.connect()
  await owner.query('set role deskhand_owner; alter table app.requests no force row level security')
  const broken = await run(['doctor'])
  await owner.query('alter table app.requests force row level security')
  await owner.end()
  assert.equal(broken.code, 1)
  assert.match(broken.out, /^FAIL {2}row-level security .*requests/m)
  const away = await run(['doctor'], { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/none' })
  assert.equal(away.code, 1)
  assert.match(away.out, /^FAIL {2}database .*127\.0\.0\.1:1 cannot be used/m)
})

test('a database that refuses the password is not waited for', async () => {
  const { code, err } = await run(['migrate'], { DATABASE_URL: address.replace(`:${password}@`, ':wrong@') })
  assert.equal(code, 1)
  assert.match(err, /cannot be used: it says "password authentication failed/)
})

test('processes without DESKHAND_SECRET agree on one, which only the migrating account may read', async () => {
  const secrets = await Promise.all(Array.from({ length: 5 }, () => keepSecretIn(database.connection)))
  assert.equal(new Set(secrets).size, 1)
  assert.match(secrets[0] ?? '', /^[\w-]{43}$/)
  for (const pool of Object.values(database.pools))
    await assert.rejects(pool.query('select secret from public.deskhand_install'), /permission denied/)
})
