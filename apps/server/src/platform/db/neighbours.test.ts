import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { startTestCluster } from '../postgres/testCluster.ts'
import { rolePassword } from '../secret.ts'
import { until } from '../testing/until.ts'
import type { Connection } from './connection.ts'
import { migrate } from './migrate.ts'

const yesOrNo = [() => true, () => false] as const
let cluster: Awaited<ReturnType<typeof startTestCluster>>
const place = (database: string): Connection => ({ ...cluster.connection, database })
before(async () => {
  // One of its own, because roles are the whole cluster's.
  cluster = await startTestCluster()
  const client = new pg.Client(cluster.connection)
  await client.connect()
  await client.query('create database one')
  await client.query('create database two')
  await client.end()
  await migrate(place('one'), 'the first secret')
})
after(() => cluster.stop())

async function signsIn(database: string, secret: string): Promise<boolean> {
  const user = 'deskhand_app'
  const client = new pg.Client({ ...place(database), user, password: rolePassword(secret, user) })
  const isIn = await client.connect().then(...yesOrNo)
  await client.end()
  return isIn
}

test('a second installation with another secret is refused, and the first goes on', async () => {
  await assert.rejects(migrate(place('two'), 'the second secret'), /the Deskhand of the database "one"/)
  assert.equal(await signsIn('one', 'the first secret'), true)
})

test('one with the same secret comes in', async () => {
  assert.ok((await migrate(place('two'), 'the first secret')).length > 0)
  assert.equal(await signsIn('two', 'the first secret'), true)
  assert.equal(await signsIn('one', 'the first secret'), true)
})

test('a secret that was changed for both is taken when told so', async () => {
  await assert.rejects(migrate(place('one'), 'a new secret'), /migrate --take-roles/)
  await migrate(place('one'), 'a new secret', { takesRoles: true })
  assert.equal(await signsIn('one', 'a new secret'), true)
  await migrate(place('two'), 'a new secret')
})

test('alone, a changed secret needs no telling', async () => {
  const client = new pg.Client(cluster.connection)
  await client.connect()
  // Connections end a moment after their client did.
  const drop = () => client.query('drop database two').then(...yesOrNo)
  await until(drop, 'nobody is in it')
  await client.end()
  await migrate(place('one'), 'the newest secret')
  assert.equal(await signsIn('one', 'the newest secret'), true)
})
