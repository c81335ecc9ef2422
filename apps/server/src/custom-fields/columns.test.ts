import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, customFields, requests, views } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const add = async (body: BodyIn<typeof customFields.create>) =>
  (await desk.as(elena).call(customFields.create, { body })).data
const wing = await add({
  key: 'own_columnWing',
  label: 'Wing',
  type: 'choice',
  options: [{ value: 'n', label: 'North' }],
})
await add({ key: 'own_columnKeeper', label: 'Keeper', type: 'person', shownTo: 'EVERYBODY' })
const fields = 'own_columnWing,own_columnKeeper'
const listed = async (who: string, id: string, query = {}) => {
  const { data } = await desk.as(who).call(requests.list, { query: { limit: 200, ...query } })
  return data.data.find((row) => row.id === id)
}

test('a list brings the texts of the own fields that it is asked for, as far as the reader sees them', async () => {
  const { id } = await ask(desk)
  const { personId } = await desk.who(marta)
  const values = { own_columnWing: 'n', own_columnKeeper: personId }
  await desk.as(ana).call(customFields.fill, { params: { id }, body: { customFields: values } })
  assert.equal((await listed(ana, id))?.ownFields, undefined, 'nothing that was not asked for')
  assert.deepEqual((await listed(ana, id, { fields }))?.ownFields, {
    own_columnWing: 'North',
    own_columnKeeper: 'Marta Gil',
  })
  assert.deepEqual((await listed(jorge, id, { fields }))?.ownFields, { own_columnKeeper: 'Marta Gil' })
  const other = await ask(desk)
  assert.deepEqual((await listed(ana, other.id, { fields }))?.ownFields, {})
})

test('what is no own field is refused', async () => {
  const query = { fields: 'summary' }
  assert.equal((await desk.as(ana).call(requests.list, { query })).status, 400)
})

test('a view has them as columns; one that is not there is named', async () => {
  const body = { name: 'By wing', where: 'is:open', columns: ['reference', 'own_columnWing'] as never }
  const { status, data } = await desk.as(ana).call(views.create, { body })
  assert.deepEqual([status, data.columns], [201, ['reference', 'own_columnWing']])
  const columns = ['reference', 'own_nowhere'] as never
  for (const { status, problem } of [
    await desk.as(ana).call(views.create, { body: { ...body, columns } }),
    await desk.as(ana).call(views.update, { params: { id: data.id }, body: { columns } }),
  ])
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/columns/1'])
  await desk.as(elena).call(customFields.retire, { params: { id: wing.id } })
  const renamed = await desk.as(ana).call(views.update, { params: { id: data.id }, body: { name: 'Still' } })
  assert.equal(renamed.status, 200, 'what was a column stays one')
})
