import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { requests, successors, times } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const book = (by: string, id: string, body: object = {}) =>
  desk.as(by).call(times.book, { params: { id }, body })
const correct = (by: string, id: string, entryId: string, body: object) =>
  desk.as(by).call(times.correct, { params: { id, entryId }, body })
const remove = (by: string, id: string, entryId: string) =>
  desk.as(by).call(times.remove, { params: { id, entryId } })
const restore = (by: string, id: string, entryId: string) =>
  desk.as(by).call(times.restore, { params: { id, entryId } })
const list = async (by: string, id: string) => (await desk.as(by).call(times.list, { params: { id } })).data
const stop = { isRunning: false }
const rate = { amount: '6000', currency: 'EUR' }

test('one timer for each person, which stops into an entry', async () => {
  const one = await ask(desk)
  const two = await ask(desk)
  const { data: entry } = await book(luis, one.id)
  assert.equal(entry.seconds, null)
  const { timer } = (await desk.as(luis).call(times.running, {})).data
  assert.deepEqual([timer?.id, timer?.referenceNumber], [entry.id, one.referenceNumber])
  const second = await book(luis, two.id)
  assert.equal(second.status, 409)
  assert.match(second.problem.detail, new RegExp(one.referenceNumber))
  assert.equal((await book(ana, two.id)).status, 201)
  assert.equal((await correct(luis, one.id, entry.id, { minutes: 5 })).status, 409)

  await desk.rows(
    jorge,
    `update app.time_entries set started_at = now() - interval '90 seconds' where id = $1`,
    [entry.id],
  )
  const { data: stopped } = await correct(luis, one.id, entry.id, stop)
  assert.ok(stopped.seconds && stopped.seconds >= 90 && stopped.seconds < 120, String(stopped.seconds))
  assert.equal(stopped.correctedAt, null)
  assert.equal((await correct(luis, one.id, entry.id, stop)).status, 409)
  assert.equal((await desk.as(luis).call(times.running, {})).data.timer, null)
  assert.equal((await book(luis, two.id)).status, 201)
})

test('books by hand and adds up, by currency', async () => {
  const { id } = await ask(desk)
  await book(ana, id, { minutes: 25, type: 'CALL', note: 'Looked together' })
  await book(sofia, id, { minutes: 30, isBillable: true, rate })
  const { data, totals } = await list(ana, id)
  assert.equal(data.length, 2)
  assert.deepEqual(totals, {
    seconds: 3300,
    billableSeconds: 1800,
    costs: [{ amount: '3000', currency: 'EUR' }],
  })
  assert.deepEqual(
    data.map(({ personName, isMine }) => [personName, isMine]).sort(),
    [
      ['Ana Ruiz', true],
      [data.find(({ isMine }) => !isMine)?.personName, false],
    ].sort(),
  )
})

test('refuses what has not passed, and a rate of what is free', async () => {
  const { id } = await ask(desk)
  assert.equal((await book(ana, id, { minutes: 5, rate })).status, 422)
  const soon = new Date(Date.now() + 3_600_000).toISOString()
  assert.equal((await book(ana, id, { minutes: 5, startedAt: soon })).status, 422)
  assert.equal((await book(ana, id, { minutes: 1441 })).status, 400)
  assert.equal((await list(ana, id)).data.length, 0)
})

test('one corrects one’s own, a supervisor anybody’s, and the log keeps what it was', async () => {
  const { id } = await ask(desk)
  const { data: entry } = await book(ana, id, { minutes: 20 })
  assert.equal((await correct(luis, id, entry.id, { minutes: 10 })).status, 403)
  assert.equal((await correct(ana, id, entry.id, { minutes: 15 })).data.seconds, 900)
  const { data } = await correct(sofia, id, entry.id, { minutes: 10, isBillable: true, rate })
  assert.deepEqual([data.seconds, data.rate, data.personId], [600, rate, entry.personId])
  assert.ok(data.correctedAt)
  const logged = await desk.rows<{ changes: { seconds: [number, number] } }>(
    jorge,
    `select changes from app.events where name = 'time.corrected' and subject_id = $1 order by id`,
    [id],
  )
  assert.deepEqual(
    logged.map(({ changes }) => changes.seconds),
    [
      [1200, 900],
      [900, 600],
    ],
  )
  const free = await correct(ana, id, entry.id, { isBillable: false })
  assert.equal(free.data.rate, null)
})

test('deletes as it corrects', async () => {
  const { id } = await ask(desk)
  const { data: entry } = await book(ana, id, { minutes: 20 })
  assert.equal((await remove(luis, id, entry.id)).status, 403)
  assert.equal((await remove(elena, id, entry.id)).status, 204)
  assert.equal((await remove(ana, id, entry.id)).status, 404)
  assert.deepEqual(await list(ana, id), { data: [], totals: { seconds: 0, billableSeconds: 0, costs: [] } })
})

test('what was deleted comes back as it was, by who may delete it', async () => {
  const { id } = await ask(desk)
  const { data: entry } = await book(ana, id, { minutes: 20, note: 'Looked together' })
  assert.equal((await restore(ana, id, entry.id)).status, 404, 'it is not deleted')
  await remove(ana, id, entry.id)
  assert.equal((await restore(luis, id, entry.id)).status, 403)
  assert.equal((await restore(jorge, id, entry.id)).status, 403)
  assert.equal((await restore(olga, id, entry.id)).status, 404)
  assert.deepEqual((await restore(sofia, id, entry.id)).data, { ...entry, isMine: true })
  assert.deepEqual((await list(ana, id)).data, [entry])

  const { data: timer } = await book(elena, id)
  assert.equal((await remove(elena, id, timer.id)).status, 204)
  assert.equal((await restore(elena, id, timer.id)).status, 404, 'a timer that ran is gone')
})

test('is for the desk alone, also to read', async () => {
  const { id } = await ask(desk)
  const { data: entry } = await book(ana, id, { minutes: 20 })
  for (const [by, status] of [
    [jorge, 403],
    [nuria, 404],
    [olga, 404],
  ] as const) {
    assert.equal((await desk.as(by).call(times.list, { params: { id } })).status, status, by)
    assert.equal((await book(by, id, { minutes: 1 })).status, status, by)
    assert.equal((await correct(by, id, entry.id, { minutes: 1 })).status, status, by)
    assert.equal((await remove(by, id, entry.id)).status, status, by)
  }
})

test('a technician who asked at another desk reads and books nothing there', async () => {
  const { id } = await ask(desk, { serviceDeskCode: 'HR' }, ana)
  await book(nuria, id, { minutes: 5 })
  assert.equal((await desk.as(ana).call(requests.get, { params: { id } })).status, 200)
  assert.equal((await desk.as(ana).call(times.list, { params: { id } })).status, 403)
  assert.equal((await book(ana, id, { minutes: 5 })).status, 403)
  const { transact } = await import('../platform/db/transaction.ts')
  const { companyId, personId } = await desk.who(ana)
  const rows = await transact(desk.deskhand.platform.pools.app, { companyId, personId }, (tx) =>
    tx.query('select from app.time_entries where request_id = $1', [id]),
  )
  assert.equal(rows.length, 0)
})

describe('a timer is not lost where its request is', () => {
  const timerOf = async (by: string) => (await desk.as(by).call(times.running, {})).data.timer
  const away: [string, (id: string) => Promise<{ status: number }>][] = [
    [
      'moved to a desk where one has no part',
      (id) =>
        desk.as(sofia).call(successors.transfer, { params: { id }, body: { serviceDeskCode: 'FINANCE' } }),
    ],
    ['deleted', (id) => desk.as(sofia).call(requests.remove, { params: { id } })],
    [
      'sealed without one',
      async (id) => {
        const personIds = [(await desk.who(sofia)).personId]
        const body = { isConfidential: true, includesDesk: false, personIds }
        return desk.as(sofia).call(requests.seal, { params: { id }, body })
      },
    ],
  ]
  for (const [name, move] of away) {
    for (const end of ['stopped', 'discarded'] as const) {
      test(`${name}: it is seen, and ${end}`, async () => {
        const running = await timerOf(luis)
        if (running) await remove(luis, running.requestId, running.id)
        const request = await ask(desk)
        const { data: entry } = await book(luis, request.id, { note: 'Mine' })
        assert.ok((await move(request.id)).status < 300)
        assert.equal((await desk.as(luis).call(requests.get, { params: { id: request.id } })).status, 404)

        const timer = await timerOf(luis)
        assert.deepEqual(
          [timer?.id, timer?.requestId, timer?.referenceNumber],
          [entry.id, request.id, request.referenceNumber],
        )
        const other = await ask(desk)
        const blocked = await book(luis, other.id)
        assert.equal(blocked.status, 409)
        assert.match(blocked.problem.detail, new RegExp(request.referenceNumber))

        assert.equal((await correct(nuria, request.id, entry.id, stop)).status, 404)
        assert.equal((await correct(olga, request.id, entry.id, stop)).status, 404)
        assert.equal((await remove(olga, request.referenceNumber, entry.id)).status, 404)
        assert.equal((await correct(luis, other.id, entry.id, stop)).status, 404, 'it runs elsewhere')
        if (end === 'stopped') {
          const { data, status } = await correct(luis, request.id, entry.id, stop)
          assert.deepEqual([status, data.note, data.isMine], [200, 'Mine', true])
          assert.ok(data.seconds)
        } else assert.equal((await remove(luis, request.referenceNumber, entry.id)).status, 204)
        const again = [
          await correct(luis, request.id, entry.id, stop),
          await remove(luis, request.id, entry.id),
        ]
        assert.deepEqual(
          again.map(({ status }) => status),
          [404, 404],
        )
        assert.equal(await timerOf(luis), null)
        assert.equal((await book(luis, other.id)).status, 201)

        const events = await desk.rows<{ isConfidential: boolean; deskId: string | null }>(
          jorge,
          `select is_confidential as "isConfidential", desk_id as "deskId" from app.events
           where subject_id = $1 and name in ('time.stopped', 'time.deleted')`,
          [request.id],
        )
        assert.deepEqual(events, [{ isConfidential: true, deskId: null }])
      })
    }
  }

  test('and where one follows the request on at the other desk, without working there', async () => {
    const running = await timerOf(luis)
    if (running) await remove(luis, running.requestId, running.id)
    const { id, referenceNumber } = await ask(desk, {}, luis)
    const { data: entry } = await book(luis, id)
    await desk.as(sofia).call(successors.transfer, { params: { id }, body: { serviceDeskCode: 'FINANCE' } })
    assert.equal((await book(luis, id, { minutes: 1 })).status, 403)
    assert.equal((await timerOf(luis))?.referenceNumber, referenceNumber)
    assert.equal((await correct(luis, id, entry.id, stop)).status, 200)
    assert.equal((await desk.as(luis).call(times.list, { params: { id } })).status, 403)
  })
})
