import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { command, line } from '@deskhand/contract'
import * as z from 'zod'
import type { Actor } from '../actor.ts'
import { clock } from '../clock/clock.ts'
import { drain, runScheduleNow } from '../jobs/drain.ts'
import { Stop } from '../stop.ts'
import { openHouse } from '../testing/house.ts'
import { openTinyApi } from '../testing/tinyApi.ts'
import { answer } from './answer.ts'
import { handle } from './handle.ts'
import { sweepKeys } from './idempotency.ts'

const house = await openHouse()
const { companyId, personId, pools } = house
const actor: Actor = {
  accountId: personId,
  sessionId: personId,
  companyId,
  id: personId,
  name: 'One',
  isAdmin: false,
  isSuperAdmin: false,
  isNarrowed: false,
  desks: new Map(),
  permissions: new Set(),
}

const shape = { may: 'signed-in', summary: 'Test' } as const
const rename = command('POST /renames', { ...shape, body: z.strictObject({ title: line(20) }), status: 201 })
const other = command('POST /other-renames', { ...shape, body: z.strictObject({ title: line(20) }) })
const forget = command('POST /forgetful', shape)
const quiet = command('POST /quiet', { ...shape, log: false })
const clash = command('POST /clashes', shape)

let ran = 0
let clashes = 0
const write = handle(rename, async ({ tx, body, record }) => {
  ran += 1
  if (body.title === 'refused') throw new Stop('rule', 'Not that.')
  await tx.run('update app.people set job_title = $2 where company_id = $1', [companyId, body.title])
  record('person.updated', { type: 'person', id: personId }, { fields: ['jobTitle'] })
  return answer({ ran } as never, { version: ran, location: `/renames/${ran}` })
})
const api = await openTinyApi(
  [
    write,
    { ...write, route: other },
    handle(forget, async ({ tx }) => {
      await tx.run(`update app.people set job_title = 'forgotten' where company_id = $1`, [companyId])
      return {}
    }),
    handle(quiet, async ({ tx }) => {
      await tx.run(`update app.people set job_title = 'quiet' where company_id = $1`, [companyId])
      return {}
    }),
    handle(clash, async ({ tx, record, afterCommit }) => {
      clashes += 1
      record('person.updated', { type: 'person', id: personId }, { fields: ['jobTitle'] })
      afterCommit(() => {
        ran += 100
      })
      if (clashes < 3) await tx.run(`do $$ begin raise exception 'clash' using errcode = '40P01'; end $$`)
      return {}
    }),
  ],
  { connection: house.connection, actor },
)
after(async () => {
  await api.close()
  await house.close()
})

const post = (key: string | null, body: object = { title: 'Cook' }, url = '/api/v1/renames') =>
  api.app.inject({
    method: 'POST',
    url,
    headers: key === null ? {} : { 'idempotency-key': key },
    payload: body,
  })

const events = async () => (await house.asRelay('select id from app.events')).length
const title = async () =>
  (await pools.platform.query('select job_title from app.people')).rows[0]?.['job_title'] as string

test('the same key gets the first answer again, and has one effect', async () => {
  const before = await events()
  const first = await post('one')
  const second = await post('one')
  assert.equal(first.statusCode, 201)
  assert.equal(second.statusCode, 201)
  assert.equal(second.body, first.body)
  assert.equal(second.headers['location'], first.headers['location'])
  assert.equal(second.headers['etag'], first.headers['etag'])
  assert.equal(first.headers['idempotent-replayed'], undefined)
  assert.equal(second.headers['idempotent-replayed'], 'true')
  assert.equal(await events(), before + 1)
})

test('another body, or another address, is refused', async () => {
  assert.equal((await post('one', { title: 'Baker' })).statusCode, 422)
  assert.equal((await post('one', { title: 'Cook' }, '/api/v1/other-renames')).statusCode, 422)
})

test('twenty at once have one effect', async () => {
  const before = await events()
  const answers = await Promise.all(Array.from({ length: 20 }, () => post('twenty')))
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [201])
  assert.equal(new Set(answers.map(({ body }) => body)).size, 1)
  assert.equal(await events(), before + 1)
})

test('a refusal is not kept: put right, the key works', async () => {
  assert.equal((await post('again', { title: 'refused' })).statusCode, 422)
  assert.equal((await post('again', { title: 'Baker' })).statusCode, 201)
})

test('a key that is none is refused', async () => {
  for (const key of ['', 'with space', 'ü', 'a'.repeat(256)])
    assert.equal((await post(key)).statusCode, 400, key)
  assert.equal((await post('a'.repeat(255))).statusCode, 201)
})

test('without a key every request counts', async () => {
  const before = await events()
  await post(null)
  await post(null)
  assert.equal(await events(), before + 2)
})

async function sweep() {
  await runScheduleNow(pools, sweepKeys)
  await drain({ pools, bell: house.bell, reactions: [], schedules: [sweepKeys] })
}

test('a day later the key is free again', async () => {
  await post('old')
  await sweep()
  assert.equal((await post('old')).headers['idempotent-replayed'], 'true')
  clock.shiftBy(25 * 60 * 60_000)
  await sweep()
  clock.reset()
  assert.equal((await post('old')).headers['idempotent-replayed'], undefined)
})

test('a command that records nothing is rolled back', async () => {
  const before = await title()
  const forgotten = await post(null, {}, '/api/v1/forgetful')
  assert.equal(forgotten.statusCode, 500)
  assert.equal(await title(), before)
  assert.equal((await post(null, {}, '/api/v1/quiet')).statusCode, 200)
  assert.equal(await title(), 'quiet')
})

test('a deadlock is tried again, and what follows the commit happens once', async () => {
  const before = await events()
  ran = 0
  assert.equal((await post(null, {}, '/api/v1/clashes')).statusCode, 200)
  assert.equal(clashes, 3)
  assert.equal(ran, 100)
  assert.equal(await events(), before + 1)
})
