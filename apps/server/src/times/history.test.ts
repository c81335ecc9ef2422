import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { times } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, luis, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const history = (who: string, id: string, entryId: string) =>
  desk.as(who).call(times.history, { params: { id, entryId } })
const changes = async (id: string, entryId: string) =>
  (await history(luis, id, entryId)).data.data.map(({ what, byName, changes }) => [
    what,
    byName,
    ...(what === 'CORRECTED' ? [changes] : []),
  ])
async function booked() {
  const { id } = await ask(desk)
  const { data } = await desk
    .as(ana)
    .call(times.book, { params: { id }, body: { minutes: 40, type: 'CALL' } })
  return { id, entryId: data.id }
}

test('each correction says who, when, and what was there before', async () => {
  const { id, entryId } = await booked()
  assert.deepEqual(await changes(id, entryId), [])
  const params = { id, entryId }
  await desk.as(ana).call(times.correct, { params, body: { minutes: 25 } })
  await desk.as(sofia).call(times.correct, { params, body: { note: 'On the phone', type: 'WORK' } })
  await desk.as(ana).call(times.remove, { params })
  await desk.as(ana).call(times.restore, { params })
  assert.deepEqual(await changes(id, entryId), [
    ['RESTORED', 'Ana Ruiz'],
    ['DELETED', 'Ana Ruiz'],
    ['CORRECTED', 'Sofía Prieto', { note: [null, 'On the phone'], type: ['CALL', 'WORK'] }],
    ['CORRECTED', 'Ana Ruiz', { seconds: [2400, 1500] }],
  ])
})

test('one entry tells nothing of another, and what is not there has none', async () => {
  const [one, other] = [await booked(), await booked()]
  await desk.as(ana).call(times.correct, { params: other, body: { minutes: 25 } })
  assert.deepEqual(await changes(one.id, one.entryId), [])
  assert.equal((await history(ana, one.id, other.entryId)).status, 404)
  assert.equal((await history(ana, one.id, newId())).status, 404)
})

test('the desk alone reads it', async () => {
  const { id, entryId } = await booked()
  assert.equal((await history(jorge, id, entryId)).status, 403)
  for (const who of [nuria, olga]) assert.equal((await history(who, id, entryId)).status, 404, who)
})
