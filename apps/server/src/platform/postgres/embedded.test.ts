import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { Client, type QueryResultRow } from 'pg'
import { findBinaries } from './binaries.ts'
import { type Connection, type EmbeddedOptions, startEmbedded } from './embedded.ts'
import { findPostmaster } from './postmaster.ts'
import { processesOf } from './processes.ts'
import { throwaway } from './settings.ts'
import { canEnter } from './standing.ts'

const root = mkdtempSync(join(tmpdir(), 'deskhand-embedded-'))
chmodSync(root, 0o755)
const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }

after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))

const said: string[] = []

function start(name: string, more: Partial<EmbeddedOptions> = {}) {
  return startEmbedded({
    folder: join(root, name),
    settings: throwaway,
    log: (line) => said.push(line),
    ...more,
  })
}

async function ask<Row extends QueryResultRow>(connection: Connection, sql: string) {
  const client = new Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

async function until<T>(look: () => T | Promise<T>) {
  for (let turn = 0; turn < 1_000; turn++) {
    const found = await Promise.resolve(look()).catch(() => undefined)
    if (found) return found
    await delay(10)
  }
  throw new Error('It did not come true within ten seconds.')
}

const postmasterOf = (name: string) => findPostmaster(join(root, name, 'postgres'))

/** Another Deskhand on the same folder: prints its report, and stops at SIGTERM as the real one does. */
async function anotherProcess(name: string, account?: { uid: number; gid: number }) {
  const code = `
    import { startEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url).href)}
    const it = await startEmbedded({ folder: ${JSON.stringify(join(root, name))},
      settings: ${JSON.stringify(throwaway)}, log: () => undefined })
    process.once('SIGTERM', () => it.stop().then(() => process.exit(0)))
    process.stdout.write(JSON.stringify({ adopted: it.adopted, connection: it.connection }) + '\\n')
    setInterval(() => undefined, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Another account may not write our coverage.
    env: account ? { ...process.env, NODE_V8_COVERAGE: undefined } : process.env,
    ...account,
  })
  const [report] = await once(child.stdout, 'data')
  const { adopted, connection }: { adopted: boolean; connection: Connection } = JSON.parse(String(report))
  return {
    adopted,
    connection,
    async end(signal: NodeJS.Signals) {
      child.kill(signal)
      await once(child, 'exit')
    },
  }
}

test('the first start makes a cluster and an account without special rights', async () => {
  const deep = join('first', 'd'.repeat(60), 'e'.repeat(60))
  const it = await start(deep)
  try {
    const [facts] = await ask(
      it.connection,
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              current_setting('data_checksums') checksums, current_setting('server_encoding') encoding,
              current_setting('timezone') zone, current_setting('listen_addresses') addresses,
              current_setting('fsync') fsync, lower('ÑANDÚ') lower
       from pg_roles where rolname = current_user`,
    )
    assert.deepEqual(facts, {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: true,
      rolcreatedb: true,
      checksums: 'on',
      encoding: 'UTF8',
      zone: 'UTC',
      addresses: '',
      fsync: 'off',
      lower: 'ñandú',
    })
    assert.equal(it.adopted, false)
    assert.ok(`${it.connection.host}/.s.PGSQL.5432`.length < 100)
    assert.equal(statSync(it.connection.host).mode & 0o777, 0o700)
    assert.equal(statSync(join(root, deep, 'postgres.json')).mode & 0o777, 0o600)
    await assert.rejects(ask({ ...it.connection, password: 'wrong' }, 'select 1'), /password/)
  } finally {
    await it.stop()
  }
  assert.equal(postmasterOf(deep), undefined)
})

test('the extensions that Deskhand needs can be made by its account', async () => {
  const it = await start('warm')
  try {
    await ask(
      it.connection,
      'create extension pg_trgm; create extension btree_gin; create extension unaccent',
    )
    await ask(it.connection, 'create table kept as select 42 answer')
  } finally {
    await it.stop()
  }
})

test('the next start finds the data again', async () => {
  const it = await start('warm')
  try {
    assert.equal(it.adopted, false)
    assert.deepEqual(await ask(it.connection, 'select answer from kept'), [{ answer: 42 }])
  } finally {
    await it.stop()
  }
})

for (const victim of ['postmaster', 'child']) {
  test(`comes back by itself after kill -9 of the ${victim}`, async () => {
    const it = await start('warm')
    try {
      const children = () =>
        processesOf(join(root, 'warm', 'postgres')).filter((pid) => pid !== postmasterOf('warm')?.pid)
      const postmaster = postmasterOf('warm')?.pid
      const [child] = children()
      assert.ok(postmaster && child)
      process.kill(victim === 'child' ? child : postmaster, 'SIGKILL')
      await until(() => !children().includes(child))
      await until(() => ask(it.connection, 'select from kept where answer = 42'))
      assert.equal(postmasterOf('warm')?.pid === postmaster, victim === 'child')
    } finally {
      await it.stop()
    }
    assert.equal(postmasterOf('warm'), undefined)
  })
}

test('a long statement of a killed postmaster does not keep the new one from starting', async () => {
  const it = await start('warm')
  try {
    const before = postmasterOf('warm')
    assert.ok(before)
    const lost = ask(it.connection, 'select count(*) from generate_series(1, 20000000000) a').catch(
      () => 'lost',
    )
    await until(
      async () =>
        (await ask(it.connection, `select from pg_stat_activity where query like '%20000000000%'`)).length >
        1,
    )
    process.kill(before.pid, 'SIGKILL')
    assert.equal(await lost, 'lost')
    assert.ok(await until(() => ask(it.connection, 'select from kept')))
  } finally {
    await it.stop()
  }
})

test('PostgreSQL outlives a killed owner and is adopted, with its data; stopping it is ours then', async () => {
  const killed = await anotherProcess('warm')
  const before = postmasterOf('warm')
  await killed.end('SIGKILL')
  assert.equal(postmasterOf('warm')?.pid, before?.pid)

  const it = await start('warm')
  try {
    assert.equal(it.adopted, true)
    assert.equal(postmasterOf('warm')?.pid, before?.pid)
    assert.deepEqual(await ask(it.connection, 'select answer from kept'), [{ answer: 42 }])
  } finally {
    await it.stop()
  }
  assert.equal(postmasterOf('warm'), undefined)
})

test('a process beside the owner adopts, does not stop it, and takes over when the owner is gone', async () => {
  const owner = await start('warm')
  const beside = await anotherProcess('warm')
  assert.equal(beside.adopted, true)
  await beside.end('SIGTERM')
  assert.ok(postmasterOf('warm'))

  const heir = await anotherProcess('warm')
  await owner.stop()
  assert.ok(await until(() => ask(heir.connection, 'select from kept')))
  await heir.end('SIGTERM')
  assert.equal(postmasterOf('warm'), undefined)
})

test('two processes that start at once share one PostgreSQL', async () => {
  const [one, other] = await Promise.all([anotherProcess('shared'), anotherProcess('shared')])
  assert.deepEqual([one.adopted, other.adopted].sort(), [false, true])
  await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')])
  assert.equal(postmasterOf('shared'), undefined)
})

test('starts after kill -9 of everything, though the old numbers belong to other processes now', async () => {
  const killed = await anotherProcess('warm')
  const cluster = join(root, 'warm', 'postgres')
  const before = postmasterOf('warm')
  assert.ok(before)
  await killed.end('SIGKILL')
  process.kill(before.pid, 'SIGKILL')
  await until(() => postmasterOf('warm') === undefined)
  const stranger = String(process.ppid)
  const pidFile = join(cluster, 'postmaster.pid')
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(String(before.pid), stranger))
  writeFileSync(join(before.host, '.s.PGSQL.5432.lock'), readFileSync(pidFile))
  writeFileSync(join(root, 'warm', 'postgres.owner'), `${process.pid} another-life 0\n`)

  const it = await start('warm')
  try {
    assert.equal(it.adopted, false)
    assert.deepEqual(await ask(it.connection, 'select answer from kept'), [{ answer: 42 }])
  } finally {
    await it.stop()
  }
})

test('a first start that was killed half way leaves nothing that hinders the next', async () => {
  mkdirSync(join(root, 'half', 'postgres.new', 'base'), { recursive: true })
  const it = await start('half')
  await it.stop()
})

test('says in a sentence what is wrong', async () => {
  await assert.rejects(findBinaries('sunos-x64'), /no embedded PostgreSQL for sunos-x64.*DATABASE_URL/)
  if (process.platform !== 'win32')
    await assert.rejects(findBinaries('win32-x64'), /is not installed.*npm ci/)

  const { password } = JSON.parse(readFileSync(join(root, 'half', 'postgres.json'), 'utf8'))
  assert.equal(typeof password, 'string')
  rmSync(join(root, 'half', 'postgres.json'))
  await assert.rejects(start('half'), /postgres\.json .* is missing/)

  const file = join(root, 'warm', 'postgres', 'PG_VERSION')
  writeFileSync(file, '17\n')
  await assert.rejects(start('warm'), /made by PostgreSQL 17, and this Deskhand brings 18/)
  writeFileSync(file, '18\n')

  await assert.rejects(
    start('warm', { settings: { shared_buffers: 'much' } }),
    /does not start[\s\S]*shared_buffers/,
  )
})

if (isRoot) {
  test('as root in a user namespace', async () => {
    const it = await start('namespace', { asRoot: 'namespace' })
    await ask(it.connection, 'create table kept as select 42 answer')
    await it.stop()
    assert.equal(statSync(join(root, 'namespace', 'postgres')).uid, 0)
  })

  test('as root under another account, on data that a namespace made, and back', async () => {
    for (const [asRoot, uid] of [
      ['account', 65534],
      ['namespace', 0],
    ] as const) {
      const it = await start('namespace', { asRoot })
      try {
        assert.equal(statSync(join(root, 'namespace', 'postgres')).uid, uid)
        assert.equal(statSync(join(root, 'namespace')).mode & 0o007, 0)
        assert.deepEqual(await ask(it.connection, 'select answer from kept'), [{ answer: 42 }])
      } finally {
        await it.stop()
      }
    }
  })

  test('as root where the other account can reach neither the programs nor the data', async () => {
    const hidden = join(root, 'hidden')
    mkdirSync(hidden, { mode: 0o700 })
    const installed = await findBinaries()
    cpSync(installed.folder, join(hidden, 'native'), { recursive: true, verbatimSymlinks: true })
    const place = join(root, 'place')
    const more: Partial<EmbeddedOptions> = {
      asRoot: 'account',
      placesForRoot: [place],
      binaries: { ...installed, folder: join(hidden, 'native') },
    }
    for (const round of ['made', 'found']) {
      const it = await start('hidden/data', more)
      const [row] = await ask<{ kept: boolean }>(it.connection, `select to_regclass('kept') is not null kept`)
      assert.equal(row?.kept, round === 'found')
      await ask(it.connection, 'create table if not exists kept (); create extension if not exists pg_trgm')
      await it.stop()
    }
    assert.equal(said.filter((line) => line.includes(`copied to ${place}/postgresql-`)).length, 1)
    assert.ok(said.some((line) => line.includes(`database in ${place}/data-`)))
  })

  test('as an ordinary user', async () => {
    assert.ok(await canEnter(import.meta.dirname, nobody), 'The clone must lie where others can enter.')
    mkdirSync(join(root, 'ordinary'), { mode: 0o700 })
    chownSync(join(root, 'ordinary'), nobody.uid, nobody.gid)
    const it = await anotherProcess('ordinary', nobody)
    assert.deepEqual(await ask(it.connection, 'select 42 answer'), [{ answer: 42 }])
    await it.end('SIGTERM')
    assert.equal(postmasterOf('ordinary'), undefined)
  })
}
