import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, sofia } from '../../testing/people.ts'
import { ask } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (email: string) => (await desk.who(email)).personId
const seal = (who: string, id: string, body: BodyIn<typeof requests.seal>) =>
  desk.as(who).call(requests.seal, { params: { id }, body })
/** Who of them sees it. */
const seenBy = async (id: string, ...people: string[]) => {
  const outcomes = await Promise.all(people.map((who) => desk.as(who).call(requests.get, { params: { id } })))
  return people.filter((_, at) => outcomes[at]?.status === 200)
}

test('who asked, the desk and the people named see it; rank does not', async () => {
  const { id } = await ask(desk)
  const { data } = await seal(ana, id, { isConfidential: true, personIds: [await idOf(marta)] })
  assert.deepEqual([data.isConfidential, data.access?.includesDesk], [true, true])
  assert.deepEqual(
    data.access?.people.map(({ name }) => name),
    ['Marta Gil'],
  )
  assert.deepEqual(await seenBy(id, jorge, ana, luis, marta, elena, nuria, iris), [jorge, ana, luis, marta])
})

test('without the desk only the list is left, and it can be opened again', async () => {
  const { id } = await ask(desk)
  await seal(ana, id, { isConfidential: true, includesDesk: false, personIds: [await idOf(ana)] })
  assert.deepEqual(await seenBy(id, jorge, ana, luis, sofia, elena), [jorge, ana])
  const { data } = await seal(ana, id, { isConfidential: false })
  assert.deepEqual([data.isConfidential, data.access], [false, null])
  assert.deepEqual(await seenBy(id, jorge, ana, luis, sofia, elena), [jorge, ana, luis, sofia, elena])
  const list = await desk.rows(jorge, 'select from app.request_access where request_id = $1', [id])
  assert.equal(list.length, 0)
})

test('the list can be handed from one to another', async () => {
  const { id } = await ask(desk)
  await seal(ana, id, { isConfidential: true, includesDesk: false, personIds: [await idOf(ana)] })
  await seal(ana, id, { isConfidential: true, includesDesk: true, personIds: [] })
  assert.deepEqual(await seenBy(id, ana, luis), [ana, luis])
  const both = [await idOf(ana), await idOf(luis)]
  await seal(luis, id, { isConfidential: true, includesDesk: false, personIds: both })
  assert.deepEqual(await seenBy(id, ana, luis, sofia), [ana, luis])
})

test('nobody takes themselves out by mistake, nor whoever works on it', async () => {
  const { id } = await ask(desk)
  const alone = await seal(ana, id, {
    isConfidential: true,
    includesDesk: false,
    personIds: [await idOf(marta)],
  })
  assert.equal(
    alone.problem.detail,
    'You would not see this request any more. Add yourself, or ask somebody of the desk.',
  )
  assert.equal((await seal(elena, id, { isConfidential: true })).problem.errors?.[0]?.pointer, '/personIds')
  await desk.as(luis).call(requests.assign, { params: { id }, body: { assignedToId: await idOf(luis) } })
  const without = await seal(ana, id, {
    isConfidential: true,
    includesDesk: false,
    personIds: [await idOf(ana)],
  })
  assert.match(without.problem.detail, /^Luis Mora has this request/)
  assert.deepEqual(await seenBy(id, ana, luis, elena), [ana, luis, elena])
})

test('an admin who seals stays on the list, and only reads from then on', async () => {
  const { id } = await ask(desk)
  const { data } = await seal(elena, id, { isConfidential: true, personIds: [await idOf(elena)] })
  assert.deepEqual(data.can, ['comment', 'attach'])
})

test('a manager who asked for their person begins on the list; what is asked for later stays as it is', async () => {
  const { id } = await ask(desk, { onBehalfOfId: await idOf(jorge) }, marta)
  await seal(ana, id, { isConfidential: true })
  assert.deepEqual(await seenBy(id, marta), [marta])
  await seal(ana, id, { isConfidential: true, includesDesk: true })
  assert.deepEqual(await seenBy(id, marta), [marta])
})

test('tells the timeline, and the log only those who may see it', async () => {
  const { id } = await ask(desk)
  await seal(ana, id, { isConfidential: true })
  const { data } = await desk.as(jorge).call(requests.activities, { params: { id } })
  assert.equal(data.data.at(-1)?.message, 'Ana Ruiz made this confidential.')
  const [event] = await desk.rows(
    jorge,
    `select is_confidential, changes from app.events where subject_id = $1 and name = 'request.sealed'`,
    [id],
  )
  assert.deepEqual(event, { is_confidential: true, changes: { isConfidential: [false, true] } })
})

test('what changes nothing is no change; unknown people are refused by field', async () => {
  const { id } = await ask(desk)
  assert.equal((await seal(ana, id, { isConfidential: false })).data.version, 1)
  for (const personId of [newId(), await idOf(iris)]) {
    const { problem } = await seal(ana, id, { isConfidential: true, personIds: [personId] })
    assert.equal(problem.errors?.[0]?.pointer, '/personIds')
  }
  assert.equal((await seal(ana, id, { isConfidential: false, personIds: [await idOf(marta)] })).status, 422)
})

test('forbidden to who asked; invisible to others', async () => {
  const { id } = await ask(desk, {}, nuria)
  assert.equal((await seal(jorge, id, { isConfidential: true })).status, 403)
  assert.equal((await seal(nuria, id, { isConfidential: true })).status, 403)
  assert.equal((await seal(iris, id, { isConfidential: true })).status, 404)
})
