import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests } from '@deskhand/contract'
import pg from 'pg'
import { openDesk } from '../../testing/desk.ts'
import { ana, jorge } from '../../testing/people.ts'

const desk = await openDesk()
const owner = new pg.Client(desk.database.connection)
await owner.connect()
after(async () => {
  await owner.end()
  await desk.close()
})
const ask = (key: string) =>
  desk.as(jorge).call(requests.create, {
    body: { serviceDeskCode: 'IT', summary: 'The disk is full' },
    headers: { 'idempotency-key': key },
  })
const count = async () => (await desk.rows(jorge, 'select from app.requests')).length

/** What PostgreSQL says when a table can grow no further, said by PostgreSQL itself. */
async function fill() {
  await owner.query(`
    set role deskhand_owner;
    create function app_priv.no_room() returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file "base/5/16384": No space left on device' using errcode = '53100';
    end $$;
    create trigger no_room before insert on app.request_activities for each statement execute function app_priv.no_room();
    reset role;`)
}
const empty = () =>
  owner.query(`
    set role deskhand_owner;
    drop trigger no_room on app.request_activities;
    drop function app_priv.no_room();
    reset role;`)

test('with a full disk writing is refused whole, reading goes on, and afterwards the same try succeeds', async () => {
  const before = await count()
  const { data: known } = await desk.as(ana).call(requests.list, { query: { limit: 1 } })
  const id = known.data[0]?.id ?? ''
  await fill()
  try {
    const refused = await ask('once')
    assert.deepEqual(
      [refused.status, refused.problem.code, refused.headers['retry-after']],
      [503, 'unavailable', '30'],
    )
    assert.match(refused.problem.detail, /no room/)
    assert.doesNotMatch(refused.text, /base\/5|No space left/)
    assert.equal(await count(), before)
    assert.equal((await desk.as(ana).call(requests.list)).status, 200)
    assert.equal((await desk.as(ana).call(requests.get, { params: { id } })).status, 200)
    assert.equal((await desk.deskhand.app.inject({ method: 'GET', url: '/health/live' })).statusCode, 200)
  } finally {
    await empty()
  }
  // The connections that met it serve again, and the key was not used up.
  const made = await ask('once')
  assert.deepEqual([made.status, made.headers['idempotent-replayed']], [201, undefined])
  assert.equal(await count(), before + 1)
})
