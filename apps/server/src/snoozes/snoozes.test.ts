import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Request, requests, snoozes } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, luis, marta, nuria, sofia } from '../testing/people.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())

const ahead = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000).toISOString()
const snooze = (id: string, body: object, who = ana) =>
  desk.as(who).call(snoozes.snooze, { params: { id }, body })
const get = async (id: string, who = ana) => (await desk.as(who).call(requests.get, { params: { id } })).data
const lists = async (id: string, where: string) =>
  (
    await desk.as(ana).call(requests.list, { query: { where, limit: 200, sort: '-createdAt' } })
  ).data.data.some((row) => row.id === id)
const eventsOf = (id: string) =>
  desk.rows<{ name: string; audience: string; because: string | null }>(
    jorge,
    `select name, audience, data->>'because' as because from app.events
     where subject_id = $1 and name in ('request.snoozed', 'request.woke') order by id`,
    [id],
  )

/** The schedule's own run, as the worker makes it, at some time. */
async function tick(now: Date): Promise<void> {
  const { companyId } = await desk.who(ana)
  const [schedule] = schedules
  const log = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  await transact(
    desk.database.pools.worker,
    { companyId, personId: null },
    async (tx) => {
      await schedule?.run({ tx, db: tx.db, companyId, record: log.record, zone: 'Europe/Madrid', now })
    },
    (tx) => log.write(tx),
  )
}

test('it sleeps out of the working views until its time, and comes back once, on top, with the reason', async () => {
  const { id, version } = await ask(desk)
  const { data } = await snooze(id, { untilAt: ahead(60) })
  assert.equal(data.snooze?.byName, 'Ana Ruiz')
  assert.equal(data.version, version)
  assert.deepEqual([await lists(id, 'is:open -is:snoozed'), await lists(id, 'is:snoozed')], [false, true])
  await tick(new Date(ahead(59)))
  assert.equal(await lists(id, 'is:snoozed'), true)
  await Promise.all([tick(new Date(ahead(61))), tick(new Date(ahead(61))), tick(new Date(ahead(62)))])
  const back = await get(id)
  assert.deepEqual([back.snooze, back.woke?.because], [null, 'TIME'])
  assert.deepEqual([await lists(id, '-is:snoozed'), await lists(id, 'is:woken')], [true, true])
  assert.deepEqual(
    (await eventsOf(id)).map(({ name, audience, because }) => [name, audience, because]),
    [
      ['request.snoozed', 'staff', null],
      ['request.woke', 'staff', 'TIME'],
    ],
  )
  await desk.as(ana).call(requests.prioritise, { params: { id }, body: { priority: 'LOW' } })
  assert.equal((await get(id)).woke, null)
})

test('the requester’s answer wakes it, a colleague’s does not', async () => {
  const { id } = await ask(desk)
  await snooze(id, { untilReply: true, untilAt: ahead(600) })
  await desk.as(luis).call(requests.comment, { params: { id }, body: { message: 'Looking into it' } })
  await desk.work()
  assert.ok((await get(id)).snooze)
  await desk.as(jorge).call(requests.comment, { params: { id }, body: { message: 'It is back' } })
  await desk.work()
  await desk.work()
  assert.deepEqual([(await get(id)).snooze, (await get(id)).woke?.because], [null, 'REPLY'])
  assert.equal((await eventsOf(id)).filter(({ name }) => name === 'request.woke').length, 1)
})

test('the end of another request wakes it; its own end ends the sleep', async () => {
  const other = await ask(desk, { summary: 'The switch itself' })
  const waiting = await ask(desk)
  const own = await ask(desk)
  await snooze(waiting.id, { untilRequest: other.referenceNumber.toLowerCase() })
  await snooze(own.id, { untilAt: ahead(600) })
  assert.equal((await get(waiting.id)).snooze?.untilRequest, other.referenceNumber)
  const body = { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Replaced.' } as const
  for (const { id } of [other, own]) {
    const { status } = await desk.as(ana).call(requests.transition, { params: { id }, body })
    assert.equal(status, 200)
  }
  await desk.work()
  const { woke } = await get(waiting.id)
  assert.deepEqual([woke?.because, woke?.untilRequest], ['REQUEST', other.referenceNumber])
  assert.equal((await get(own.id)).snooze, null)
})

test('by hand it wakes without standing on top; awake it cannot be woken', async () => {
  const { id } = await ask(desk)
  await snooze(id, { untilReply: true })
  const { data } = await desk.as(luis).call(snoozes.wake, { params: { id } })
  assert.deepEqual([data.snooze, data.woke], [null, null])
  assert.equal((await desk.as(luis).call(snoozes.wake, { params: { id } })).status, 409)
})

test('of two who snooze at once one is told what the other chose; one’s own is chosen anew', async () => {
  const { id, version } = await ask(desk)
  const both = await Promise.all([
    snooze(id, { untilAt: ahead(60) }, ana),
    snooze(id, { untilReply: true }, luis),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  const { snooze: kept } = await get(id)
  const refused = both.find(({ status }) => status === 409)?.problem
  assert.match(refused?.detail ?? '', /^(Ana Ruiz|Luis .+) snoozed this already\. Wake it first/)
  assert.deepEqual(Request.parse(refused?.current).snooze, kept)
  assert.equal((await eventsOf(id)).length, 1, 'the refused one leaves nothing behind')
  const first = kept?.byName === 'Ana Ruiz' ? ana : luis
  const again = await snooze(id, { untilAt: ahead(90), untilReply: true }, first)
  assert.deepEqual([again.status, again.data.version, again.data.snooze?.untilReply], [200, version, true])
  await desk.as(ana).call(snoozes.wake, { params: { id } })
  for (const [who, status] of [
    [luis, 200],
    [ana, 409],
  ] as const)
    assert.equal((await snooze(id, { untilReply: true }, who)).status, status)
})

test('refused are times that make no sense, ends that never come, and what is over', async () => {
  const { id, referenceNumber } = await ask(desk)
  const secret = await ask(desk, { isConfidential: true })
  for (const [body, pointer] of [
    [{ untilAt: ahead(-1) }, '/untilAt'],
    [{ untilAt: ahead(60 * 24 * 400) }, '/untilAt'],
    [{ untilRequest: referenceNumber }, '/untilRequest'],
    [{ untilRequest: 'IT-999999' }, '/untilRequest'],
    [{ untilRequest: secret.referenceNumber }, '/untilRequest'],
  ] as const) {
    const { status, problem } = await snooze(id, body)
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, pointer])
  }
  assert.equal((await snooze(id, {})).status, 400)
  const body = { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Done.' } as const
  await desk.as(ana).call(requests.transition, { params: { id }, body })
  assert.equal((await snooze(id, { untilReply: true })).status, 409)
  assert.equal((await get(id)).snooze, null)
})

test('neither the requester nor other desks nor other companies can do it or see it', async () => {
  const { id } = await ask(desk)
  assert.equal((await snooze(id, { untilReply: true }, jorge)).status, 403)
  for (const who of [nuria, iris]) assert.equal((await snooze(id, { untilReply: true }, who)).status, 404)
  assert.equal((await snooze(id, { untilReply: true }, sofia)).status, 200)
  const theirs = await desk.as(jorge).call(requests.get, { params: { id } })
  assert.equal(theirs.data.snooze, null)
  const { data } = await desk.as(jorge).call(requests.activities, { params: { id } })
  assert.ok(!JSON.stringify(data).includes('snooze'))
  assert.equal((await desk.as(marta).call(snoozes.wake, { params: { id } })).status, 403)
})
