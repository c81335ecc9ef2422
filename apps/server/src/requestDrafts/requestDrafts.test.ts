import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requestDrafts } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { elena, jorge, marta, tom } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const list = async (who: string) => (await desk.as(who).call(requestDrafts.list)).data.data
const save = (who: string, key: string, body: object) =>
  desk.as(who).call(requestDrafts.save, { params: { key }, body })

test('a draft is there on the next device, and goes on where it was', async () => {
  const { data } = await save(jorge, 'other', { summary: 'VPN dr', answers: { device: 'LAPTOP' } })
  assert.deepEqual([data.key, data.summary, data.requestTypeName], ['other', 'VPN dr', null])
  await save(jorge, 'other', { summary: 'VPN drops' })
  assert.deepEqual(
    (await list(jorge)).map(({ key, summary, answers }) => [key, summary, answers]),
    [['other', 'VPN drops', {}]],
  )
  await desk.as(jorge).call(requestDrafts.drop, { params: { key: 'other' } })
  assert.deepEqual(await list(jorge), [])
  assert.equal((await desk.as(jorge).call(requestDrafts.drop, { params: { key: 'other' } })).status, 204)
})

test('nobody else sees it, whatever their rank, and it lies encrypted', async () => {
  await save(marta, 'other', { summary: 'My salary is 4711' })
  for (const who of [jorge, elena, tom]) assert.deepEqual(await list(who), [])
  const rows = await desk.rows<{ all: string }>(marta, `select d::text as all from app.request_drafts d`)
  assert.ok(rows.length > 0 && rows.every(({ all }) => !all.includes('4711')))
  await desk.as(jorge).call(requestDrafts.drop, { params: { key: 'other' } })
  assert.equal((await list(marta)).length, 1)
})

test('a key of other signs, and one draft too many, are refused', async () => {
  assert.equal((await save(tom, 'no key', {})).status, 404)
  for (let at = 0; at < 100; at++) assert.equal((await save(tom, `k${at}`, {})).status, 200)
  assert.equal((await save(tom, 'k100', {})).status, 422)
  assert.equal((await save(tom, 'k5', { summary: 'again' })).status, 200)
})
