import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { requests } from '@deskhand/contract'
import pg from 'pg'
import { transact } from '../platform/db/transaction.ts'
import { type Desk, openDesk } from '../testing/desk.ts'
import { elena, marta, olga } from '../testing/people.ts'

/** Proves that the isolation tests can fail: with the policies off, the database alone no longer keeps companies apart. */
let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

const countOf = async (email: string): Promise<number> => {
  const { companyId, personId } = await desk.who(email)
  const [row] = await transact(desk.database.pools.app, { companyId, personId }, (tx) =>
    tx.query<{ count: number }>('select count(*) as count from app.requests'),
  )
  return row?.count ?? 0
}

async function withPolicies(what: 'enable' | 'disable'): Promise<void> {
  const client = new pg.Client(desk.database.connection)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'app' and c.relkind = 'r'`,
  )
  await client.query('set role deskhand_owner')
  for (const { name } of rows) await client.query(`alter table app.${name} ${what} row level security`)
  await client.end()
}

test('with the policies on each company counts its own; with them off, everybody’s', async () => {
  const { id } = (
    await desk.as(marta).call(requests.create, {
      body: { serviceDeskCode: 'HR', summary: 'In confidence', isConfidential: true },
    })
  ).data
  const own = [await countOf(elena), await countOf(olga)]
  assert.ok((own[0] ?? 0) > (own[1] ?? 0))
  assert.equal((await desk.as(elena).call(requests.get, { params: { id } })).status, 404)

  await withPolicies('disable')
  assert.ok((await countOf(olga)) > (own[0] ?? 0))
  // The admin's rank opens it once the database no longer says otherwise: this is what the policy is for.
  assert.equal((await desk.as(elena).call(requests.get, { params: { id } })).status, 200)

  await withPolicies('enable')
  assert.deepEqual([await countOf(elena), await countOf(olga)], own)
  assert.equal((await desk.as(elena).call(requests.get, { params: { id } })).status, 404)
})
