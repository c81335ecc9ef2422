import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { until } from '../platform/testing/until.ts'
import { freePort, type ServerProcess, spawnServer, talk } from '../testing/serverProcess.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-serve-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const env = { PORT: String(port), DESKHAND_DATA: folder, NODE_ENV: 'production' }
let server: ServerProcess | undefined
after(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const email = 'ada@kiln.example'
const password = 'a kiln is hot when it glows'
let token = ''
const postmaster = () => join(folder, 'postgres/postmaster.pid')
const readiness = async () => (await talk(url, '/health/ready').catch(() => null))?.status ?? 0
const summaries = async () => {
  const { data } = await talk(url, '/api/v1/requests?sort=createdAt', { token })
  const rows: { summary: string }[] = data.data
  return rows.map(({ summary }) => summary)
}
const ask = (summary: string, key = summary.replaceAll(' ', '-')) =>
  talk(url, '/api/v1/requests', {
    token,
    headers: { 'idempotency-key': key },
    body: { serviceDeskCode: 'IT', summary },
  })
const signIn = async () => {
  const { data } = await talk(url, '/api/v1/auth/login', { body: { email, password } })
  token = data.accessToken
}

test('says 503 until it serves, then 200, and where to set it up', async () => {
  server = spawnServer(env)
  const seen = new Set<number>()
  await until(
    async () => {
      const status = await readiness()
      seen.add(status)
      return status === 200
    },
    'it is ready',
    90_000,
  )
  seen.delete(0)
  assert.deepEqual([...seen], [503, 200])
  assert.equal(await server.ready(), url)
  await until(() => /Set-up token/.test(server?.said() ?? ''), 'it told the set-up token')
  const setUpToken = /Set-up token\s+(\S+)/.exec(server.said())?.[1]
  const { status, data } = await talk(url, '/api/v1/auth/register', {
    body: {
      setUpToken,
      company: { name: 'Kiln', zone: 'Europe/Lisbon' },
      admin: { firstName: 'Ada', lastName: 'Kiln', email, password },
    },
  })
  assert.equal(status, 201, JSON.stringify(data))
  token = data.accessToken
  assert.equal((await ask('The first')).status, 201)
})

test('a second one on the same port ends at once, with a sentence', async () => {
  const { code, said } = await spawnServer({ ...env, DESKHAND_DATA: join(folder, 'other') }).ended
  assert.equal(code, 1)
  assert.match(said, new RegExp(`^Port ${port} is taken`))
  assert.equal(existsSync(join(folder, 'other')), false)
})

test('kill -9 of PostgreSQL: 503 with Retry-After, and it recovers without us', async () => {
  const pid = Number(readFileSync(postmaster(), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  const statuses = new Set<number>()
  await until(async () => {
    const { status, headers } = await ask('After the database fell')
    statuses.add(status)
    if (status === 503) assert.ok(Number(headers.get('retry-after')) > 0)
    return status === 201
  }, 'it works again')
  statuses.delete(201)
  statuses.delete(503)
  assert.deepEqual([...statuses], [])
  await until(async () => (await readiness()) === 200, 'it says that it is ready')
  assert.deepEqual(await summaries(), ['The first', 'After the database fell'])
})

test('SIGTERM: finishes what runs, stops PostgreSQL, ends with 0', async () => {
  const running = Array.from({ length: 20 }, (_, at) => ask(`Running ${at}`))
  // Some are under way when the signal comes.
  const first = await Promise.race(running)
  assert.equal(first.status, 201)
  const stopped = server?.stop()
  const answers = await Promise.allSettled(running)
  const { code, said } = (await stopped) ?? { code: null, said: '' }
  assert.equal(code, 0, said)
  assert.equal(existsSync(postmaster()), false)
  const taken = answers.filter(
    (answer) => answer.status === 'fulfilled' && answer.value.status === 201,
  ).length

  server = spawnServer(env)
  await server.ready()
  await signIn()
  const kept = (await summaries()).filter((summary) => summary.startsWith('Running')).length
  // Whoever had not connected yet is refused; whoever was let in got an answer, and what was answered is there.
  assert.equal(kept, taken)
  assert.ok(taken > 0)
})

test('kill -9 of the server: the next start finds the data', async () => {
  const before = await summaries()
  await server?.stop('SIGKILL')
  assert.equal(existsSync(postmaster()), true)
  const start = performance.now()
  server = spawnServer(env)
  await server.ready()
  assert.ok(performance.now() - start < 30_000)
  await signIn()
  assert.deepEqual(await summaries(), before)
  assert.doesNotMatch(server.said(), /Set-up token/)
})

test('SIGINT ends it too', async () => {
  const { code } = (await server?.stop('SIGINT')) ?? {}
  assert.equal(code, 0)
  server = undefined
})

test('what cannot be is said in a sentence', async () => {
  const cases: [Record<string, string>, RegExp, string[]?][] = [
    [{ PORT: 'abc' }, /^PORT=abc is no port\.$/m],
    [{ DESKHAND_URL: 'desk' }, /^DESKHAND_URL=desk is no address/m],
    [{ DESKHAND_LOG: 'loud' }, /^DESKHAND_LOG=loud: there is no such level/m],
    [{ DESKHAND_HOST: '192.0.2.1' }, /^DESKHAND_HOST=192\.0\.2\.1 is no address of this machine/m],
    [{}, /^--as=king: there is no such role\. Use api, worker, realtime\.$/m, ['--as=king']],
  ]
  for (const [settings, sentence, args] of cases) {
    const { code, said } = await spawnServer({ ...env, ...settings }, args).ended
    assert.equal(code, 1)
    assert.match(said, sentence)
    assert.doesNotMatch(said, /\n\s+at /)
  }
})
