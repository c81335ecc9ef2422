import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, marta, nuria, sofia } from '../../testing/people.ts'
import { ask, inState, put } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const close = (who: string, id: string, headers: Record<string, string> = {}) =>
  desk.as(who).call(requests.close, { params: { id }, headers })
const reopen = (who: string, id: string, body = {}) =>
  desk.as(who).call(requests.reopen, { params: { id }, body })
const withdraw = (who: string, id: string, body = {}) =>
  desk.as(who).call(requests.withdraw, { params: { id }, body })
const movesOf = async (who: string, id: string) =>
  (await desk.as(who).call(requests.transitions, { params: { id } })).data.data.map(({ to }) => to)
const solved = async (more: Record<string, unknown> = {}) => {
  const { id } = await ask(desk)
  await put(desk, id, { ...inState.RESOLVED, resolved_at: new Date(), ...more })
  return id
}

test('who asked confirms; a supervisor closes; both say who it was', async () => {
  const cases: [string, string, object][] = [
    [jorge, 'Jorge Vidal confirmed and closed this.', { event: 'closed', by: 'requester' }],
    [sofia, 'Sofía Prieto closed this.', { event: 'closed', by: 'supervisor' }],
  ]
  for (const [who, message, metadata] of cases) {
    const id = await solved()
    const { data } = await close(who, id)
    assert.ok(data.closedAt)
    assert.deepEqual([data.status, data.version], ['RESOLVED', 2])
    const entry = (await desk.as(ana).call(requests.activities, { params: { id } })).data.data.at(-1)
    assert.deepEqual([entry?.message, entry?.metadata], [message, metadata])
    const events = await desk.rows(
      jorge,
      `select from app.events where name = 'request.closed' and subject_id = $1`,
      [id],
    )
    assert.equal(events.length, 1)
  }
})

test('only what is settled is closed, and once', async () => {
  const { id } = await ask(desk)
  const early = await close(jorge, id)
  assert.equal(early.problem.detail, 'Only a resolved or rejected request can be closed.')
  assert.deepEqual(early.problem.allowed, await movesOf(jorge, id))
  const done = await solved()
  await close(jorge, done)
  assert.deepEqual([(await close(jorge, done)).status, (await close(sofia, done)).status], [409, 409])
  assert.deepEqual((await close(sofia, done)).problem.allowed, await movesOf(sofia, done))
  const rejected = await ask(desk)
  await put(desk, rejected.id, inState.REJECTED)
  assert.equal((await close(jorge, rejected.id)).status, 200)
})

test('a technician does not close their own work; hidden is missing; a stale version is refused', async () => {
  const id = await solved()
  assert.equal((await close(ana, id)).status, 403)
  assert.equal((await close(nuria, id)).status, 404)
  assert.equal((await close(iris, id)).status, 404)
  assert.equal((await close(jorge, id, { 'if-match': '"5"' })).status, 412)
})

test('a closed request comes back within 14 days, with what it has lived', async () => {
  const id = await solved({ closed_at: daysAgo(13) })
  assert.equal((await reopen(jorge, id)).problem.errors?.[0]?.pointer, '/reason')
  const { data } = await reopen(jorge, id, { reason: 'It is back.' })
  assert.deepEqual([data.status, data.closedAt, data.reopenCount], ['IN_PROGRESS', null, 1])
  const [event] = await desk.rows(
    jorge,
    `select changes -> 'resolutionText' as lost from app.events where name = 'request.moved' and subject_id = $1`,
    [id],
  )
  assert.deepEqual(event, { lost: ['Done.', null] })
  assert.equal((await reopen(ana, await solved({ closed_at: daysAgo(2) }))).status, 200)
  const late = await reopen(jorge, await solved({ closed_at: daysAgo(15) }), { reason: 'Late.' })
  assert.deepEqual(
    [late.status, late.problem.detail],
    [409, 'This request is closed and stays so. Ask for it in a new one.'],
  )
})

test('only what is resolved is reopened, by who asked or who works on it', async () => {
  const { id } = await ask(desk)
  const early = await reopen(ana, id, { reason: 'So.' })
  assert.deepEqual([early.status, early.problem.allowed], [409, await movesOf(ana, id)])
  assert.ok(early.problem.allowed?.includes('IN_PROGRESS'))
  await put(desk, id, inState.REJECTED)
  assert.equal((await reopen(sofia, id)).problem.detail, 'Only a resolved request can be reopened.')
  assert.equal((await reopen(nuria, await solved())).status, 404)
})

test('who asked takes it back at any time before it is settled, and nobody for them', async () => {
  for (const state of [
    'SUBMITTED',
    'IN_REVIEW',
    'ACTION_REQUIRED',
    'APPROVED',
    'IN_PROGRESS',
    'WAITING',
  ] as const) {
    const { id } = await ask(desk)
    await put(desk, id, inState[state])
    const { data } = await withdraw(jorge, id, { reason: 'Found it.' })
    assert.deepEqual(
      [data.status, data.resolutionCode, data.resolutionText],
      ['RESOLVED', 'WITHDRAWN', 'Found it.'],
    )
  }
  const { id } = await ask(desk)
  for (const who of [ana, sofia, elena]) assert.equal((await withdraw(who, id)).status, 403)
  assert.equal((await withdraw(marta, id)).status, 404)
  assert.equal((await withdraw(jorge, await solved())).problem.detail, 'This request is settled already.')
})

test('a technician withdraws what they asked themselves', async () => {
  const { id } = await ask(desk, {}, ana)
  const { data } = await withdraw(ana, id)
  assert.deepEqual([data.resolutionCode, data.firstResponseAt], ['WITHDRAWN', null])
})
