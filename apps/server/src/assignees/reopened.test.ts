import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { absences, notifications, requests } from '@deskhand/contract'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, luis, nuria, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (who: string) => (await desk.who(who)).personId
/** Solved by whom. */
async function solvedBy(who: string) {
  const request = await ask(desk)
  await put(desk, request.id, { ...inState.RESOLVED, assigned_to_id: await idOf(who) })
  // What follows from asking is over: the desk was not told, since somebody had it.
  await desk.work()
  return request
}
const reopen = (who: string, id: string) =>
  desk.as(who).call(requests.reopen, { params: { id }, body: { reason: 'It is back.' } })
const get = async (id: string) => (await desk.as(sofia).call(requests.get, { params: { id } })).data
const lines = async (id: string) =>
  (await desk.as(sofia).call(requests.activities, { params: { id } })).data.data.map(({ message }) => message)
const told = async (who: string, id: string) =>
  (await desk.as(who).call(notifications.list)).data.data
    .filter(({ requestId }) => requestId === id)
    .map(({ kind }) => kind)
/** As the company dates it, whatever the hour. */
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)

test('whoever had it gets it back, and is told', async () => {
  const { id } = await solvedBy(ana)
  assert.equal((await reopen(jorge, id)).data.reopenCount, 1)
  await desk.work()
  const now = await get(id)
  assert.deepEqual([now.status, now.assignee?.name], ['IN_PROGRESS', 'Ana Ruiz'])
  assert.deepEqual(await told(ana, id), ['request_moved'])
})

/** Who of the IT desk is given work by turns; nobody but these. */
const turns = async (people: readonly string[]) => {
  const ids = await Promise.all(people.map(idOf))
  await desk.rows(
    jorge,
    `insert into app.assignees (company_id, person_id, desk_id, takes_work)
     select m.company_id, m.person_id, m.desk_id, m.person_id = any ($1::uuid[])
     from app.desk_members m join app.desks d on d.company_id = m.company_id and d.id = m.desk_id where d.code = 'IT'
     on conflict (company_id, person_id, desk_id) do update set takes_work = excluded.takes_work,
       capacity = null, given_at = null`,
    [ids],
  )
}
const whileAway = async (who: string, then: () => Promise<void>) => {
  const { data, status } = await desk
    .as(who)
    .call(absences.create, { body: { fromDate: day(-1), untilDate: day(2) } })
  assert.equal(status, 201)
  await then()
  await desk.as(who).call(absences.remove, { params: { id: data.id } })
}

test('while they are away it goes to whose turn it is, with a line, and that person is told', async () => {
  await turns([ana, luis])
  const { id } = await solvedBy(ana)
  await whileAway(ana, async () => {
    await reopen(jorge, id)
    await desk.work()
  })
  assert.equal((await get(id)).assignee?.name, 'Luis Mora')
  assert.deepEqual((await lines(id)).slice(-2), [
    'It is back.',
    'Ana Ruiz is not there, so Luis Mora has this now: it is their turn.',
  ])
  assert.ok((await told(luis, id)).includes('request_assigned'))
})

test('turns go round: who was given one waits until the others had theirs', async () => {
  await turns([ana, luis, sofia])
  const gone = await Promise.all([0, 1, 2].map(() => solvedBy(nuria)))
  for (const { id } of gone) {
    await reopen(jorge, id)
    await desk.work()
  }
  const names = await Promise.all(gone.map(async ({ id }) => (await get(id)).assignee?.name))
  assert.deepEqual(names.toSorted(), ['Ana Ruiz', 'Luis Mora', 'Sofía Prieto'])
})

test('where nobody can be given it, it goes back to the queue with a line, and the desk is told', async () => {
  await turns([])
  const { id } = await solvedBy(ana)
  await whileAway(ana, async () => {
    await reopen(jorge, id)
    await desk.work()
  })
  assert.equal((await get(id)).assignee, null)
  assert.deepEqual((await lines(id)).slice(-2), [
    'It is back.',
    'Ana Ruiz is not there, so this is back in the queue.',
  ])
  assert.deepEqual(await told(luis, id), ['request_new'])
})

test('nor does somebody keep it who left the desk or was blocked', async () => {
  await turns([luis, sofia])
  const left = await solvedBy(nuria)
  const blocked = await solvedBy(luis)
  const luisId = await idOf(luis)
  await desk.rows(jorge, `update app.people set state = 'BLOCKED' where id = $1`, [luisId])
  for (const { id } of [left, blocked]) await reopen(jorge, id)
  await desk.work()
  await desk.rows(jorge, `update app.people set state = 'ACTIVE' where id = $1`, [luisId])
  assert.deepEqual(
    [(await get(left.id)).assignee?.name, (await get(blocked.id)).assignee?.name],
    ['Sofía Prieto', 'Sofía Prieto'],
  )
})

test('what is sealed to a list is not given by turns', async () => {
  await turns([luis])
  const { id } = await solvedBy(nuria)
  await put(desk, id, { is_confidential: true, access_includes_desk: false })
  await reopen(jorge, id)
  await desk.work()
  const [row] = await desk.rows<{ who: string | null }>(
    jorge,
    'select assigned_to_id as who from app.requests where id = $1',
    [id],
  )
  assert.equal(row?.who, null)
})

test('of another company nobody reopens, and what is not resolved stays', async () => {
  const { id } = await solvedBy(ana)
  assert.equal((await reopen(iris, id)).status, 404)
  const open = await ask(desk)
  const early = await reopen(jorge, open.id)
  assert.deepEqual([early.status, early.problem.detail], [409, 'Only a resolved request can be reopened.'])
  assert.ok(early.problem.allowed?.includes('RESOLVED'), 'with the moves that are allowed')
})
