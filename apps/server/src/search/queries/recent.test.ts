import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests, search } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { jorge, marta, omar, tom } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
const ask = async (who: string, summary: string) =>
  (await desk.as(who).call(requests.create, { body: { serviceDeskCode: 'FACILITIES', summary } })).data
const read = (who: string, id: string) => desk.as(who).call(requests.markRead, { params: { id } })
const recent = async (who: string) =>
  (await desk.as(who).call(search.recent)).data.data.map(({ title }) => title)

test('what one read last stands first, and for nobody else', async () => {
  const one = await ask(marta, 'The lamp hums')
  const two = await ask(marta, 'The door squeaks')
  await read(omar, one.id)
  await read(omar, two.id)
  assert.deepEqual((await recent(omar)).slice(0, 2), ['The door squeaks', 'The lamp hums'])
  await read(omar, one.id)
  assert.deepEqual((await recent(omar)).slice(0, 2), ['The lamp hums', 'The door squeaks'])
  for (const other of [jorge, tom]) assert.ok(!(await recent(other)).includes('The lamp hums'))
  const { data } = await desk.as(omar).call(search.recent, { query: { limit: 1 } })
  assert.deepEqual([data.data.length, data.data[0]?.ref], [1, one.referenceNumber])
})

test('what one may not see any more is left out, and so is what was deleted', async () => {
  const gone = await ask(marta, 'The tap drips')
  await read(omar, gone.id)
  await desk.rows(omar, 'update app.requests set deleted_at = now() where id = $1', [gone.id])
  assert.ok(!(await recent(omar)).includes('The tap drips'))
  const moved = await ask(marta, 'A parcel is missing')
  await read(omar, moved.id)
  await desk.rows(
    omar,
    `update app.requests set service_desk_id = (select id from app.desks where code = 'HR') where id = $1`,
    [moved.id],
  )
  assert.ok(!(await recent(omar)).includes('A parcel is missing'))
})

test('needs somebody', async () => {
  assert.equal((await desk.call(search.recent)).status, 401)
})
