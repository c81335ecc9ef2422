import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assets, custody } from '@deskhand/contract'
import pg from 'pg'
import { makePlace, makeThing } from '../../custody/sample.ts'
import { testSecret } from '../../platform/testing/database.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, iris, jorge, marta } from '../../testing/people.ts'
import { verifyCompany } from './verify.ts'

const desk = await openDesk()
after(() => desk.close())

const verify = async (who = ana) => verifyCompany(desk.database.pools, (await desk.who(who)).companyId)

/** Behind everybody's back, as nothing of ours would. */
async function tamper(sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(desk.database.connection)
  await client.connect()
  await client.query('set role deskhand_owner')
  await client.query(`alter table app.assets no force row level security`)
  await client.query(sql, values)
  await client.query(`alter table app.assets force row level security`)
  await client.end()
}

async function live(): Promise<string> {
  const { id } = await makeThing(desk, {
    purchaseCost: { amount: '129900', currency: 'EUR' },
    warrantyEndsOn: '2029-01-31',
    lockedFields: ['name', 'serialNumber'],
  })
  const params = { id }
  const dueAt = '2031-05-01T10:00:00+02:00'
  const { personId } = await desk.who(jorge)
  await desk.as(ana).call(custody.checkOut, { params, body: { personId, dueAt } })
  await desk.as(ana).call(assets.change, { params, body: { name: 'Übung „eins“', notes: 'Line\nline' } })
  await desk.as(ana).call(custody.transfer, { params, body: { personId: (await desk.who(marta)).personId } })
  await desk.as(ana).call(assets.transition, { params, body: { to: 'IN_MAINTENANCE' } })
  return id
}

test('every row is what its events say, whatever was done; other companies are told apart', async () => {
  const before = await verify()
  await live()
  await makeThing(desk, { locationId: await makePlace(desk) })
  const { streams, events, differences } = await verify()
  assert.deepEqual([streams - before.streams, events - before.events, differences], [2, 6, []])
  const theirs = await verify(iris)
  assert.deepEqual(theirs.differences, [])
})

test('names what was changed past the log, and a row that is gone; the command ends with 1', async () => {
  const id = await live()
  await tamper(`update app.assets set name = 'Somebody else’s', condition = 'NEW' where id = $1`, [id])
  const lost = await makeThing(desk)
  await tamper('delete from app.assets where id = $1', [lost.id])
  const { differences } = await verify()
  assert.deepEqual(
    differences.map(({ assetId, fields }) => [assetId, fields]).sort(),
    [
      [id, ['condition', 'name']],
      [lost.id, ['row']],
    ].sort(),
  )
  const { user, password, host, port, database } = desk.database.connection
  const url = `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`
  const cli = join(import.meta.dirname, '../../cli.ts')
  const child = spawn(process.execPath, [cli, 'verify', 'assets'], {
    env: { PATH: process.env['PATH'], DATABASE_URL: url, DESKHAND_SECRET: testSecret },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (piece) => {
    out += piece
  })
  const [code] = await once(child, 'close')
  assert.equal(code, 1)
  assert.match(out, /not what its events say in condition, name\./)
  assert.match(out, /\d+ streams of [\d,]+ events in [\d.]+ s/)
})
