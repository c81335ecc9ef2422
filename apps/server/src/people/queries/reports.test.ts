import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { people, requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { iris, jorge, luis, marta, tom } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (who: string) => (await desk.who(who)).personId
const reports = async (who: string) => (await desk.as(who).call(people.reports)).data.data
const put = async (who: string, set: string) =>
  desk.rows(marta, `update app.people set ${set} where email = $1`, [who])
const namesOf = async (who: string) => (await reports(who)).map(({ name }) => name)

test('a manager reads their own people and asks in the name of each, and of nobody else', async () => {
  await put(jorge, `manager_id = '${await idOf(marta)}'`)
  await put(luis, 'manager_id = null')
  const [one] = (await reports(marta)).filter(({ name }) => name === 'Jorge Vidal')
  assert.ok(one)
  const ask = (onBehalfOfId: string) =>
    desk
      .as(marta)
      .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'A new dock', onBehalfOfId } })
  assert.deepEqual((await ask(one.id)).data.requester.name, 'Jorge Vidal')
  assert.equal((await ask(await idOf(luis))).status, 403)
  assert.ok(!(await namesOf(marta)).includes('Luis Mora'))
})

test('whoever was invited is among them, whoever is blocked or gone is not', async () => {
  await put(jorge, `manager_id = '${await idOf(marta)}'`)
  const names: boolean[] = []
  for (const state of ['INVITED', 'BLOCKED', 'ACTIVE']) {
    await put(jorge, `state = '${state}'`)
    names.push((await namesOf(marta)).includes('Jorge Vidal'))
  }
  assert.deepEqual(names, [true, false, true])
  await put(jorge, 'deleted_at = now()')
  assert.ok(!(await namesOf(marta)).includes('Jorge Vidal'))
  await put(jorge, 'deleted_at = null')
})

test('whoever has no people reads none, and no company reads those of another', async () => {
  await put(jorge, `manager_id = '${await idOf(marta)}'`)
  await desk.rows(marta, `update app.people set manager_id = null where manager_id = '${await idOf(jorge)}'`)
  assert.deepEqual(await reports(jorge), [])
  const theirs = [...(await reports(iris)), ...(await reports(tom))].map(({ id }) => id)
  assert.ok(!theirs.includes(await idOf(jorge)))
})
