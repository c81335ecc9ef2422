import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { calendars, notifications, requests } from '@deskhand/contract'
import { sql } from 'kysely'
import { calendarFacts } from '../calendars/access.ts'
import { subtractWorkingDays } from '../platform/clock/workingTime.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, omar } from '../testing/people.ts'
import { lockSome } from './access.ts'
import { moveBySystem } from './commands/move.ts'
import { ask, inState, put } from './sample.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())

/** For all rounds: midnight may pass meanwhile. */
const now = new Date()

/** One round of a schedule for Harbour & Pine, as the worker runs it. */
async function run(name: string): Promise<void> {
  const schedule = schedules.find((one) => one.name === name)
  assert.ok(schedule)
  await asWorker((work) => schedule.run({ ...work, zone: 'Europe/Madrid', now }))
}
async function asWorker(work: (work: Parameters<(typeof schedules)[number]['run']>[0]) => Promise<void>) {
  const { companyId } = await desk.who(jorge)
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  await transact(
    desk.database.pools.worker,
    { companyId, personId: null },
    (tx) => work({ tx, db: tx.db, companyId, record, zone: 'Europe/Madrid', now }),
    write,
  )
}
const get = async (id: string, who = ana) => (await desk.as(who).call(requests.get, { params: { id } })).data
const lastLine = async (id: string) =>
  (await desk.as(jorge).call(requests.activities, { params: { id } })).data.data.at(-1)
const eventsOf = (id: string) =>
  desk.rows(
    jorge,
    'select name, actor_kind as kind from app.events where subject_id = $1 order by id desc limit 1',
    [id],
  )
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
/** By the calendar of IT, which knows the holidays of Madrid. */
async function workingDaysAgo(days: number): Promise<Date> {
  let at = now
  await asWorker(async ({ tx }) => {
    const { ofDesk } = await calendarFacts(tx)
    at = subtractWorkingDays(at, days, ofDesk(await idOf('IT')).hours)
  })
  return at
}
const idOf = async (code: string) =>
  (await desk.rows<{ id: string }>(jorge, 'select id from app.desks where code = $1', [code]))[0]?.id ?? ''

test('what is settled closes by itself after five working days, and not before', async () => {
  const [due, early, rejected, trashed, contestable] = await Promise.all(
    Array.from({ length: 5 }, () => ask(desk)),
  )
  assert.ok(due && early && rejected && trashed && contestable)
  await put(desk, due.id, { ...inState.RESOLVED, status_changed_at: await workingDaysAgo(5) })
  await put(desk, early.id, {
    ...inState.RESOLVED,
    status_changed_at: new Date((await workingDaysAgo(5)).getTime() + 60_000),
  })
  await put(desk, rejected.id, { ...inState.REJECTED, status_changed_at: daysAgo(30) })
  const asLate = { ...inState.REJECTED, status_changed_at: new Date(daysAgo(10).getTime() + 60_000) }
  await put(desk, contestable.id, asLate)
  await put(desk, trashed.id, {
    ...inState.RESOLVED,
    status_changed_at: await workingDaysAgo(9),
    deleted_at: new Date(),
  })
  await run('requests.close_settled')
  assert.ok((await get(due.id)).closedAt && (await get(rejected.id)).closedAt)
  assert.equal((await get(early.id)).closedAt, null)
  assert.equal((await get(contestable.id)).closedAt, null, 'it can still be contested')
  const line = await lastLine(due.id)
  assert.deepEqual(
    [line?.message, line?.authorId, line?.authorName, line?.metadata],
    ['Closed after five working days.', null, 'Deskhand', { event: 'closed', by: 'timer' }],
  )
  assert.deepEqual(await eventsOf(due.id), [{ name: 'request.closed', kind: 'system' }])
  assert.deepEqual(await eventsOf(trashed.id), [{ name: 'request.created', kind: 'person' }])
  const version = (await get(due.id)).version
  await run('requests.close_settled')
  assert.equal((await get(due.id)).version, version, 'a second run finds nothing')
})

test('a working day is one of the calendar of the desk', async () => {
  const mondays = [[{ from: '09:00', until: '18:00' }], [], [], [], [], [], []]
  const { status } = await desk.as(elena).call(calendars.create, {
    body: {
      name: 'Mondays only',
      zone: 'Europe/Madrid',
      week: mondays,
      serviceDeskIds: [await idOf('FACILITIES')],
    },
  })
  assert.equal(status, 201)
  const atFacilities = { serviceDeskCode: 'FACILITIES' }
  const [early, due] = await Promise.all([ask(desk, atFacilities), ask(desk, atFacilities)])
  await put(desk, early.id, { ...inState.RESOLVED, status_changed_at: daysAgo(27) })
  await put(desk, due.id, { ...inState.RESOLVED, status_changed_at: daysAgo(36) })
  await run('requests.close_settled')
  assert.equal((await get(early.id, omar)).closedAt, null)
  assert.ok((await get(due.id, omar)).closedAt)
})

test('a question without an answer settles after ten working days', async () => {
  const [due, early] = await Promise.all([ask(desk), ask(desk)])
  await put(desk, due.id, { ...inState.ACTION_REQUIRED, status_changed_at: await workingDaysAgo(10) })
  await put(desk, early.id, { ...inState.ACTION_REQUIRED, status_changed_at: await workingDaysAgo(9) })
  await run('requests.settle_silent')
  const { status, resolutionCode, resolutionText, question, firstResponseAt } = await get(due.id)
  assert.deepEqual(
    [status, resolutionCode, question, firstResponseAt],
    ['RESOLVED', 'NO_RESPONSE', null, null],
  )
  assert.match(resolutionText ?? '', /heard nothing for ten working days/)
  assert.equal((await get(early.id)).status, 'ACTION_REQUIRED')
  assert.deepEqual(await eventsOf(due.id), [{ name: 'request.moved', kind: 'system' }])
})

test('whoever must answer is reminded on working days two and five, once each', async () => {
  const [two, five, early] = await Promise.all([ask(desk), ask(desk), ask(desk)])
  const asked = inState.ACTION_REQUIRED
  await put(desk, two.id, { ...asked, status_changed_at: await workingDaysAgo(2) })
  await put(desk, five.id, { ...asked, status_changed_at: await workingDaysAgo(6) })
  await put(desk, early.id, { ...asked, status_changed_at: await workingDaysAgo(1) })
  const reminders = async (id: string) =>
    (
      await desk.rows<{ days: number }>(
        jorge,
        `select (data ->> 'days')::int as days from app.events
         where subject_id = $1 and name = 'request.reminded' order by id`,
        [id],
      )
    ).map(({ days }) => days)
  await run('requests.remind_asked')
  await run('requests.remind_asked')
  assert.deepEqual(await Promise.all([two, five, early].map(({ id }) => reminders(id))), [[2], [5], []])
  await put(desk, two.id, { status_changed_at: await workingDaysAgo(5) })
  await run('requests.remind_asked')
  assert.deepEqual(await reminders(two.id), [2, 5])
  assert.equal((await get(two.id)).version, two.version, 'a reminder changes nothing')
  await desk.work()
  const { data } = await desk.as(jorge).call(notifications.list)
  const told = data.data.filter(({ requestId }) => requestId === two.id)
  assert.deepEqual(
    told.map(({ title, body }) => [title, body]),
    [
      ...[1, 2].map(() => [`${two.referenceNumber} still needs you`, 'Which floor?']),
      [`We have ${two.referenceNumber}`, null],
    ],
  )
  const anas = (await desk.as(ana).call(notifications.list)).data.data
  assert.ok(!anas.some(({ requestId, title }) => requestId === two.id && title.includes('needs you')))
})

test('a new question is reminded of anew', async () => {
  const { id } = await ask(desk)
  await put(desk, id, { ...inState.SUBMITTED, question_reminders: 2 })
  const body = { to: 'ACTION_REQUIRED' as const, question: 'Which floor?' }
  await desk.as(ana).call(requests.transition, { params: { id }, body })
  const [row] = await desk.rows<{ count: number }>(
    jorge,
    'select question_reminders as count from app.requests where id = $1',
    [id],
  )
  assert.equal(row?.count, 0)
})

test('what waits for a day goes on when it has come', async () => {
  const [due, early, undated] = await Promise.all([ask(desk), ask(desk), ask(desk)])
  await put(desk, due.id, { ...inState.WAITING, wait_until: new Date(now.getTime() - 1000) })
  await put(desk, early.id, { ...inState.WAITING, wait_until: new Date(now.getTime() + 60_000) })
  await put(desk, undated.id, inState.WAITING)
  await run('requests.wake_waiting')
  assert.deepEqual(await Promise.all([due, early, undated].map(async ({ id }) => (await get(id)).status)), [
    'IN_PROGRESS',
    'WAITING',
    'WAITING',
  ])
  assert.equal((await lastLine(due.id))?.message, 'The day has come; this goes on.')
})

test('what somebody is at is left for the next round, and nobody waits', async () => {
  const { id } = await ask(desk)
  await put(desk, id, { ...inState.WAITING, wait_until: new Date(now.getTime() - 1000) })
  const { companyId } = await desk.who(jorge)
  await transact(desk.database.pools.worker, { companyId, personId: null }, async (tx) => {
    await tx.query('select from app.requests where company_id = $1 and id = $2 for update', [companyId, id])
    await run('requests.wake_waiting')
  })
  assert.equal((await get(id)).status, 'WAITING')
  await run('requests.wake_waiting')
  assert.equal((await get(id)).status, 'IN_PROGRESS')
})

test('Deskhand itself approves many at once, and what the table forbids is a bug', async () => {
  const made = await Promise.all([ask(desk), ask(desk)])
  for (const { id } of made) await put(desk, id, { ...inState.IN_REVIEW, review_kind: 'APPROVAL' })
  const approve = (to: 'APPROVED' | 'WAITING') =>
    asWorker(async ({ db, tx, record, companyId }) => {
      const ids = made.map(({ id }) => id)
      const locked = await lockSome(db, companyId, sql`requests.id = any (${ids}::uuid[])`, 10)
      await moveBySystem({ tx, record }, locked, { to })
    })
  await assert.rejects(approve('WAITING'), /A reviewed request cannot be put on hold\./)
  await approve('APPROVED')
  for (const { id } of made) {
    assert.deepEqual([(await get(id)).status, (await get(id)).reviewKind], ['APPROVED', null])
    assert.equal((await lastLine(id))?.message, 'This was approved.')
  }
})
