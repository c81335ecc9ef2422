import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { type BodyIn, desks, requests } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, nuria, sofia } from '../../testing/people.ts'
import { ask, put } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())
afterEach(() => clock.reset())

const idOf = async (email: string) => (await desk.who(email)).personId
const assign = (
  who: string,
  id: string,
  body: BodyIn<typeof requests.assign>,
  headers: Record<string, string> = {},
) => desk.as(who).call(requests.assign, { params: { id }, body, headers })
const unassign = (who: string, id: string) => desk.as(who).call(requests.unassign, { params: { id } })
const linesOf = async (id: string) =>
  (await desk.as(ana).call(requests.activities, { params: { id } })).data.data
    .filter(({ activityType }) => activityType === 'ASSIGNMENT')
    .map(({ message, metadata }) => ({ message, ...metadata }))

test('a technician takes what nobody has and puts it back', async () => {
  const { id } = await ask(desk)
  assert.equal((await assign(ana, id, { assignedToId: await idOf(ana) })).data.assignee?.name, 'Ana Ruiz')
  assert.equal((await unassign(ana, id)).data.assignee, null)
  assert.deepEqual(await linesOf(id), [
    { message: 'Ana Ruiz took this.', assignedToId: await idOf(ana), assignedToName: 'Ana Ruiz' },
    { message: 'Ana Ruiz put this back to the queue.', assignedToId: null, assignedToName: null },
  ])
})

test('a technician gives a colleague what nobody has, and what they have themselves', async () => {
  const { id } = await ask(desk)
  const [anaId, luisId] = [await idOf(ana), await idOf(luis)]
  const { data } = await assign(ana, id, { assignedToId: luisId })
  assert.deepEqual([data.assignee?.name, data.can.includes('assign')], ['Luis Mora', false])
  assert.equal((await assign(luis, id, { assignedToId: anaId })).data.assignee?.name, 'Ana Ruiz')
  assert.deepEqual(
    (await linesOf(id)).map(({ message }) => message),
    ['Ana Ruiz gave this to Luis Mora.', 'Luis Mora gave this to Ana Ruiz.'],
  )
})

test('who gave it away takes it back to where it was, within a day and while it lies there', async () => {
  const [anaId, luisId, sofiaId] = [await idOf(ana), await idOf(luis), await idOf(sofia)]
  const give = async () => {
    const { id } = await ask(desk)
    await assign(ana, id, { assignedToId: anaId })
    await assign(ana, id, { assignedToId: luisId })
    return id
  }
  const id = await give()
  assert.equal((await unassign(ana, id)).status, 403, 'it was hers, not the queue’s')
  assert.equal((await assign(ana, id, { assignedToId: sofiaId })).status, 403, 'not on to a third')
  assert.equal((await assign(ana, id, { assignedToId: anaId })).data.assignee?.name, 'Ana Ruiz')
  const taken = await give()
  await assign(sofia, taken, { assignedToId: luisId, assignedTeamId: null })
  await assign(sofia, taken, { assignedToId: sofiaId })
  assert.equal((await assign(ana, taken, { assignedToId: anaId })).status, 403, 'somebody gave it since')
  const closed = await give()
  await put(desk, closed, { status: 'RESOLVED', resolution_code: 'FIXED', closed_at: new Date() })
  assert.equal((await assign(ana, closed, { assignedToId: anaId })).status, 409)
  for (const begin of [
    (id: string) => desk.as(luis).call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } }),
    (id: string) =>
      desk.as(luis).call(requests.comment, { params: { id }, body: { message: 'I am at it.' } }),
    (id: string) =>
      desk.as(luis).call(requests.comment, { params: { id }, body: { message: 'Odd.', isInternal: true } }),
  ]) {
    const begun = await give()
    assert.ok((await begin(begun)).status < 300)
    assert.equal((await assign(ana, begun, { assignedToId: anaId })).status, 403, 'it is Luis’s work by now')
  }
  const late = await give()
  clock.shiftBy(25 * 3_600_000)
  assert.equal((await assign(ana, late, { assignedToId: anaId })).status, 403, 'the day is over')
})

test('out of a colleague’s hands it is a supervisor’s', async () => {
  const { id } = await ask(desk)
  const [anaId, luisId] = [await idOf(ana), await idOf(luis)]
  assert.equal((await assign(sofia, id, { assignedToId: luisId })).data.assignee?.name, 'Luis Mora')
  const given = await assign(ana, id, { assignedToId: await idOf(sofia) })
  assert.deepEqual(
    [given.status, given.problem.detail],
    [403, 'Somebody has it. Only a supervisor can give it to somebody else or put it back to the queue.'],
  )
  const taken = await assign(ana, id, { assignedToId: anaId })
  assert.deepEqual(
    [taken.status, taken.problem.detail],
    [403, 'Somebody has it. Only a supervisor can take it from them.'],
  )
  assert.equal((await unassign(ana, id)).status, 403)
  assert.equal((await assign(elena, id, { assignedToId: anaId })).data.assignee?.name, 'Ana Ruiz')
  assert.equal((await unassign(sofia, id)).data.assignee, null)
})

test('only who works at the desk can have it', async () => {
  const { id } = await ask(desk)
  const refused = async (assignedToId: string) =>
    (await assign(sofia, id, { assignedToId })).problem.errors?.[0]?.message
  assert.equal(await refused(await idOf(nuria)), 'Nuria Campos does not work at this desk.')
  assert.equal(await refused(await idOf(iris)), 'There is no such person.')
  assert.equal(await refused(newId()), 'There is no such person.')
  assert.equal((await assign(elena, id, { assignedToId: await idOf(elena) })).status, 403)
})

test('any of the desk sorts it to a team of the desk', async () => {
  const { id } = await ask(desk)
  const teams = (await desk.as(ana).call(desks.teams)).data.data
  const mine = teams.find(({ members }) => members.some(({ name }) => name === 'Ana Ruiz'))
  const foreign = teams.find(({ serviceDeskId }) => serviceDeskId !== mine?.serviceDeskId)
  assert.ok(mine && foreign)
  const { data } = await assign(ana, id, { assignedTeamId: mine.id })
  assert.deepEqual([data.assignedTeam, data.assignedTeamId], [mine.name, mine.id])
  assert.equal(
    (await assign(ana, id, { assignedTeamId: foreign.id })).problem.errors?.[0]?.pointer,
    '/assignedTeamId',
  )
  assert.equal((await assign(ana, id, { assignedTeamId: null })).data.assignedTeam, null)
  const both = await assign(sofia, id, { assignedTeamId: mine.id, assignedToId: await idOf(luis) })
  assert.deepEqual([both.data.assignedTeam, both.data.assignee?.name], [mine.name, 'Luis Mora'])
  const events = await desk.rows(
    jorge,
    `select from app.events where subject_id = $1 and name = 'request.assigned'`,
    [id],
  )
  assert.equal(events.length, 3)
})

test('what changes nothing is no change, and records none', async () => {
  const { id } = await ask(desk)
  assert.equal((await unassign(ana, id)).data.version, 1)
  await assign(ana, id, { assignedToId: await idOf(ana) })
  assert.equal((await assign(ana, id, { assignedToId: await idOf(ana) })).data.version, 2)
})

test('of two who take it at once one has it', async () => {
  const { id } = await ask(desk)
  const outcomes = await Promise.all(
    [ana, luis].map(async (who) => assign(who, id, { assignedToId: await idOf(who) })),
  )
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), [200, 403])
})

test('a closed request is given to nobody; a stale version is refused', async () => {
  const { id } = await ask(desk)
  assert.equal((await assign(ana, id, { assignedToId: await idOf(ana) }, { 'if-match': '"9"' })).status, 412)
  await put(desk, id, { status: 'RESOLVED', resolution_code: 'FIXED', closed_at: new Date() })
  assert.equal((await assign(ana, id, { assignedToId: await idOf(ana) })).status, 409)
  await put(desk, id, { assigned_to_id: await idOf(sofia) })
  assert.equal((await unassign(sofia, id)).status, 409)
})

test('forbidden to who only asked; invisible to another desk and another company', async () => {
  const { id } = await ask(desk, {}, nuria)
  const body = { assignedToId: await idOf(ana) }
  assert.equal((await assign(jorge, id, body)).status, 403)
  assert.equal((await assign(nuria, id, body)).problem.detail, 'Only the desk that works on it can do that.')
  const other = await ask(desk)
  assert.equal((await assign(nuria, other.id, body)).status, 404)
  assert.equal((await assign(iris, other.id, body)).status, 404)
})

test('a sealed request goes only to who is on its list', async () => {
  const { id } = await ask(desk)
  const personIds = [await idOf(sofia)]
  await desk
    .as(sofia)
    .call(requests.seal, { params: { id }, body: { isConfidential: true, includesDesk: false, personIds } })
  const { problem } = await assign(sofia, id, { assignedToId: await idOf(luis) })
  assert.equal(
    problem.detail,
    'This request is confidential and Luis Mora is not on its list. Add them first.',
  )
})
