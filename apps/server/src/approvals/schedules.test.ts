import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { absences, approvals } from '@deskhand/contract'
import { todayIn } from '../absences/access.ts'
import { clock } from '../platform/clock/clock.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, pablo, sofia } from '../testing/people.ts'
import { askLaptop, decide, policy, roundOf, tick } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
after(() => clock.reset())

const hour = 3_600_000
/** Lets time go by until this comes, lets it do what it does, and comes back: whoever looks then is still signed in. */
async function until(what: 'remind_at' | 'expires_at', requestId: string, ...strokes: number[]) {
  const [vote] = await desk.rows<{ at: Date }>(
    jorge,
    `select ${what} as at from app.approval_votes where request_id = $1 and state in ('PENDING', 'INFO_REQUESTED')`,
    [requestId],
  )
  assert.ok(vote)
  const wait = vote.at.getTime() - clock.now().getTime() + 1_000
  clock.shiftBy(wait)
  try {
    for (const _ of strokes) await tick(desk)
  } finally {
    clock.shiftBy(-wait)
  }
}
await policy(desk, [
  { name: 'Manager', approvers: [{ kind: 'MANAGER' }], dueHours: 9, remindHours: 9, expireHours: 27 },
])
const idOf = async (email: string) => (await desk.who(email)).personId
const kindsTold = async (requestId: string, email: string) =>
  (
    await desk.rows<{ kind: string }>(
      jorge,
      'select kind from app.notifications where request_id = $1 and person_id = $2 order by event_id',
      [requestId, await idOf(email)],
    )
  ).map(({ kind }) => kind)
const away = async (who: string, standIn: string | null, days = 5) => {
  const from = todayIn('Europe/Madrid', clock.now())
  const until = todayIn('Europe/Madrid', new Date(clock.now().getTime() + days * 24 * hour))
  return desk.as(who).call(absences.create, {
    body: { fromDate: from, untilDate: until, ...(standIn ? { standInId: await idOf(standIn) } : {}) },
  })
}
const end = async (who: string) => {
  for (const { id } of (await desk.as(who).call(absences.list)).data.data)
    await desk.as(who).call(absences.remove, { params: { id } })
}
const holders = async (requestId: string) =>
  (await roundOf(desk, requestId)).steps
    .flatMap(({ votes }) => votes)
    .map(({ person, forPerson, state, passedOn }) => [person.name, forPerson?.name ?? null, state, passedOn])

test('reminds when the time has come, once, however often the hour strikes', async () => {
  const request = await askLaptop(desk)
  await tick(desk)
  assert.deepEqual(await kindsTold(request.id, marta), ['approval_asked'])
  await until('remind_at', request.id, 1, 2)
  const told = await kindsTold(request.id, marta)
  assert.equal(told.filter((kind) => kind === 'approval_reminded').length, 1)
})

test('a run that dies in the middle leaves nothing, and the next one does it once', async () => {
  const request = await askLaptop(desk)
  const { pools } = desk.database
  const client = await pools.worker.connect()
  try {
    // Somebody holds the request: the schedule passes it by, and takes it at the next stroke.
    await client.query('begin')
    await client.query(`set local app.company_id = '${(await desk.who(jorge)).companyId}'`)
    await client.query('select from app.requests where id = $1 for update', [request.id])
    await until('remind_at', request.id, 1)
    assert.ok(!(await kindsTold(request.id, marta)).includes('approval_reminded'))
    await client.query('rollback')
  } finally {
    client.release()
  }
  await until('remind_at', request.id, 1, 2)
  assert.equal((await kindsTold(request.id, marta)).filter((kind) => kind === 'approval_reminded').length, 1)
})

test('out of time, it goes to the manager of whoever did not answer; both names stay', async () => {
  const request = await askLaptop(desk)
  await until('expires_at', request.id, 1, 2)
  assert.deepEqual(await holders(request.id), [
    ['Marta Gil', null, 'EXPIRED', null],
    ['Isabel Ferrer', 'Marta Gil', 'PENDING', 'EXPIRED'],
  ])
  const { id } = await roundOf(desk, request.id)
  const late = await decide(desk, marta, id, { decision: 'APPROVED' })
  assert.equal(late.status, 409)
  assert.equal(late.problem.detail, 'Your time for this is over; somebody else was asked.')
})

test('while a question is open no time goes by', async () => {
  const request = await askLaptop(desk)
  const { id } = await roundOf(desk, request.id)
  await decide(desk, marta, id, { decision: 'INFO_REQUESTED', comment: 'Which?' })
  await until('expires_at', request.id, 1)
  assert.deepEqual(await holders(request.id), [['Marta Gil', null, 'INFO_REQUESTED', null]])
})

test('who is away has their votes decided by who stands in, from the first day to the last', async () => {
  assert.equal((await away(marta, pablo)).status, 201)
  await desk.work()
  const request = await askLaptop(desk)
  assert.deepEqual(await holders(request.id), [
    ['Marta Gil', null, 'DELEGATED', null],
    ['Pablo Serra', 'Marta Gil', 'PENDING', 'ABSENT'],
  ])
  const { id } = await roundOf(desk, request.id)
  assert.equal((await decide(desk, marta, id, { decision: 'APPROVED' })).status, 409)
  const { data } = await decide(desk, pablo, id, { decision: 'APPROVED' })
  assert.equal(data.status, 'APPROVED')
  await end(marta)
  const later = await askLaptop(desk)
  assert.deepEqual(await holders(later.id), [['Marta Gil', null, 'PENDING', null]])
})

test('what waits already goes to the stand-in as soon as one is away; a stand-in who asked does not get it', async () => {
  const request = await askLaptop(desk)
  await away(marta, pablo)
  await desk.work()
  assert.deepEqual((await holders(request.id)).at(-1), ['Pablo Serra', 'Marta Gil', 'PENDING', 'ABSENT'])
  await end(marta)
  await away(marta, jorge)
  const own = await askLaptop(desk)
  assert.deepEqual(await holders(own.id), [['Marta Gil', null, 'PENDING', null]])
  await end(marta)
})

test('a ring of stand-ins leads nowhere, and the vote stays', async () => {
  await away(marta, pablo)
  await away(pablo, marta)
  const request = await askLaptop(desk)
  assert.deepEqual(await holders(request.id), [['Marta Gil', null, 'PENDING', null]])
  await end(marta)
  await end(pablo)
})

test('absences: own ones only, no overlaps, nobody for themselves', async () => {
  const { data } = await away(luis, ana)
  assert.equal(data.isNow, true)
  assert.equal((await away(luis, null)).status, 422)
  assert.equal((await away(nuria, nuria)).status, 422)
  assert.equal((await away(nuria, olga)).status, 422)
  for (const who of [ana, elena, olga]) {
    assert.equal((await desk.as(who).call(absences.remove, { params: { id: data.id } })).status, 404, who)
  }
  assert.equal((await desk.as(luis).call(absences.remove, { params: { id: data.id } })).status, 204)
})

test('handed over, somebody else decides, and both names stay', async () => {
  const request = await askLaptop(desk)
  const { id } = await roundOf(desk, request.id)
  const hand = async (who: string, to: string) =>
    desk.as(who).call(approvals.delegate, { params: { id }, body: { toId: await idOf(to) } })
  assert.equal((await hand(marta, jorge)).status, 422)
  assert.equal((await hand(marta, marta)).status, 422)
  assert.equal((await hand(marta, olga)).status, 422)
  assert.equal((await hand(sofia, pablo)).status, 403)
  assert.equal((await hand(olga, pablo)).status, 404)
  assert.equal((await hand(marta, pablo)).status, 200)
  assert.equal((await hand(marta, nuria)).status, 409)
  assert.deepEqual(await holders(request.id), [
    ['Marta Gil', null, 'DELEGATED', null],
    ['Pablo Serra', 'Marta Gil', 'PENDING', 'DELEGATED'],
  ])
  assert.equal((await decide(desk, pablo, id, { decision: 'APPROVED' })).data.status, 'APPROVED')
})
