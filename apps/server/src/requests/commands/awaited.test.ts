import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, bulkEdits, notifications, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, iris, jorge, sofia } from '../../testing/people.ts'
import { ask, inState, put } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (who: string) => (await desk.who(who)).personId
/** In the hands of Ana. */
async function begun() {
  const request = await ask(desk)
  await put(desk, request.id, { ...inState.IN_PROGRESS, assigned_to_id: await idOf(ana) })
  return request
}
const move = (who: string, id: string, body: BodyIn<typeof requests.transition>) =>
  desk.as(who).call(requests.transition, { params: { id }, body })
const waitFor = (id: string, other: string, who = ana) =>
  move(who, id, { to: 'WAITING', waitReason: 'OTHER', waitFor: other })
const get = async (id: string, who = ana) => (await desk.as(who).call(requests.get, { params: { id } })).data
const refusal = (outcome: Awaited<ReturnType<typeof move>>) => [
  outcome.status,
  outcome.problem.errors?.[0]?.pointer,
  outcome.problem.detail,
]

test('it waits for the end of another and goes on with a line and a notification', async () => {
  const [held, other] = [await begun(), await begun()]
  const { data } = await waitFor(held.id, other.referenceNumber.toLowerCase())
  assert.deepEqual([data.status, data.waitFor], ['WAITING', other.referenceNumber])
  assert.equal((await get(held.id, jorge)).waitFor, other.referenceNumber, 'whoever asked reads it too')
  await move(ana, other.id, { to: 'ACTION_REQUIRED', question: 'Which floor?' })
  await desk.work()
  assert.equal((await get(held.id)).status, 'WAITING', 'no end yet')
  await move(sofia, other.id, { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' })
  await desk.work()
  const now = await get(held.id)
  assert.deepEqual([now.status, now.waitFor, now.assignedToId], ['IN_PROGRESS', null, await idOf(ana)])
  const lines = (await desk.as(ana).call(requests.activities, { params: { id: held.id } })).data.data
  assert.equal(lines.at(-1)?.message, `${other.referenceNumber} is over; this goes on.`)
  for (const who of [ana, jorge]) {
    const { data: told } = await desk.as(who).call(notifications.list)
    assert.ok(
      told.data.some(({ requestId, title }) => requestId === held.id && title.includes('in progress')),
      who,
    )
  }
})

test('the number of what became confidential meanwhile is told to nobody', async () => {
  const [held, other] = [await begun(), await begun()]
  await waitFor(held.id, other.referenceNumber)
  const linesOf = async () =>
    (await desk.as(jorge).call(requests.activities, { params: { id: held.id } })).text
  assert.match(await linesOf(), new RegExp(other.referenceNumber))
  const list = { isConfidential: true, includesDesk: false, personIds: [await idOf(ana)] }
  const sealed = await desk.as(ana).call(requests.seal, { params: { id: other.id }, body: list })
  assert.equal(sealed.status, 200)
  assert.ok(!(await linesOf()).includes(other.referenceNumber), 'the line that it began to wait with')
  await move(ana, other.id, { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' })
  await desk.work()
  assert.equal((await get(held.id, jorge)).status, 'IN_PROGRESS')
  assert.match(await linesOf(), /What it waited for is over; this goes on\./)
  assert.ok(!(await linesOf()).includes(other.referenceNumber))
  const told = (await desk.as(jorge).call(notifications.list)).data.data.filter(
    ({ requestId }) => requestId === held.id,
  )
  assert.ok(told.length > 0)
  assert.ok(
    !told.some((one) => one.title.includes('is over') && JSON.stringify(one).includes(other.referenceNumber)),
  )
  const [kept] = await desk.rows<{ count: number }>(
    jorge,
    `select count(*)::int as count from app.events where subject_id = $1 and name = 'request.moved'
      and data->>'to' = 'IN_PROGRESS' and data::text like '%' || $2 || '%'`,
    [held.id, other.referenceNumber],
  )
  assert.equal(kept?.count, 0)
})

test('a rejection and the trash are ends as well; what came back by hand is left alone', async () => {
  const [first, second, back] = [await begun(), await begun(), await begun()]
  const [rejected, deleted] = [await begun(), await begun()]
  await waitFor(first.id, rejected.id)
  await waitFor(second.id, deleted.id)
  await waitFor(back.id, rejected.id)
  const { data } = await move(ana, back.id, { to: 'IN_PROGRESS' })
  assert.equal(data.waitFor, null)
  await move(ana, back.id, { to: 'WAITING', waitReason: 'VENDOR' })
  await move(sofia, rejected.id, { to: 'REJECTED', reason: 'Not this year.' })
  await desk.as(sofia).call(requests.remove, { params: { id: deleted.id } })
  await desk.work()
  const states = await Promise.all([first, second, back].map(async ({ id }) => (await get(id)).status))
  assert.deepEqual(states, ['IN_PROGRESS', 'IN_PROGRESS', 'WAITING'])
})

test('many wait at once through a bulk edit, and all wake', async () => {
  const [one, two, other] = [await begun(), await begun(), await begun()]
  const { data } = await desk.as(ana).call(bulkEdits.edit, {
    body: {
      requestIds: [one.id, two.id],
      action: { transition: { to: 'WAITING', waitReason: 'CHANGE', waitFor: other.referenceNumber } },
    },
  })
  assert.deepEqual(
    data.results.map(({ status }) => status),
    [200, 200],
  )
  await move(ana, other.id, { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' })
  await desk.work()
  assert.deepEqual([(await get(one.id)).status, (await get(two.id)).status], ['IN_PROGRESS', 'IN_PROGRESS'])
})

test('what cannot be waited for is refused at its field, and nothing changes', async () => {
  const [held, over, sealed, other] = [await begun(), await ask(desk), await begun(), await begun()]
  await put(desk, over.id, inState.RESOLVED)
  await put(desk, sealed.id, { is_confidential: true })
  const nowhere = [422, '/waitFor', 'There is no such request.']
  assert.deepEqual(refusal(await waitFor(held.id, newId())), nowhere)
  const foreign = await ask(desk, {}, iris)
  assert.deepEqual(refusal(await waitFor(held.id, foreign.id)), nowhere, 'another company')
  assert.equal(refusal(await waitFor(held.id, held.id))[2], 'It cannot wait for itself.')
  assert.equal(refusal(await waitFor(held.id, over.id))[2], `${over.referenceNumber} is over already.`)
  assert.match(String(refusal(await waitFor(held.id, sealed.id))[2]), /confidential/)
  assert.equal((await waitFor(other.id, held.id)).status, 200)
  assert.equal(
    refusal(await waitFor(held.id, other.id))[2],
    `They would wait for each other: ${held.referenceNumber} → ${other.referenceNumber} → ${held.referenceNumber}.`,
  )
  assert.equal((await get(held.id)).status, 'IN_PROGRESS')
  assert.equal((await move(jorge, held.id, { to: 'WAITING', waitReason: 'OTHER' })).status, 403)
})
