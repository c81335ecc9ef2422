import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, deskManagement, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, marta, nuria, sofia } from '../../testing/people.ts'
import { ask, inState, put } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const appeal = (who: string, id: string, reason?: string, headers: Record<string, string> = {}) =>
  desk
    .as(who)
    .call(requests.appeal, { params: { id }, body: reason === undefined ? {} : { reason }, headers })
const reject = (id: string) =>
  desk
    .as(sofia)
    .call(requests.transition, { params: { id }, body: { to: 'REJECTED', reason: 'Not this year.' } })
const get = async (who: string, id: string) =>
  (await desk.as(who).call(requests.get, { params: { id } })).data
/** The IT desk with other days, until the work is done. */
async function withDays(body: BodyIn<typeof deskManagement.updateDesk>, work: () => Promise<void>) {
  const [it] = await desk.rows<{ id: string }>(elena, `select id from app.desks where code = 'IT'`)
  const change = (days: typeof body) =>
    desk.as(elena).call(deskManagement.updateDesk, { params: { id: it?.id ?? '' }, body: days })
  assert.equal((await change(body)).status, 200)
  try {
    await work()
  } finally {
    await change({ appealDays: 10, reopenDays: 14 })
  }
}

test('whoever asked contests a rejection once; it goes back to review with their words', async () => {
  const { id } = await ask(desk)
  const { data: rejected } = await reject(id)
  const seen = await get(jorge, id)
  assert.ok(seen.can.includes('appeal'))
  assert.equal(
    Date.parse(seen.appealUntil ?? '') - Date.parse(rejected.updatedAt),
    10 * 86_400_000,
    'the days of the desk, from the rejection on',
  )
  const { data } = await appeal(jorge, id, 'My manager agrees.')
  assert.deepEqual(
    [data.status, data.reviewKind, data.rejectionReason, data.appealUntil],
    ['IN_REVIEW', 'TRIAGE', null, null],
  )
  const lines = (await desk.as(ana).call(requests.activities, { params: { id } })).data.data
  assert.equal(lines.at(-1)?.message, 'My manager agrees.')
  await reject(id)
  assert.equal((await get(jorge, id)).appealUntil, null)
  const again = await appeal(jorge, id, 'Please.')
  assert.deepEqual([again.status, again.problem.detail], [409, 'This was contested once already.'])
})

test('it is refused where nothing was rejected, where it is closed, and where no reason is given', async () => {
  const { id } = await ask(desk)
  const early = await appeal(jorge, id, 'So.')
  assert.deepEqual([early.status, early.problem.detail], [409, 'Only a rejected request can be contested.'])
  await put(desk, id, { ...inState.REJECTED, status_changed_at: daysAgo(1) })
  assert.equal((await appeal(jorge, id)).problem.errors?.[0]?.pointer, '/reason')
  await put(desk, id, { closed_at: daysAgo(0.5) })
  assert.equal((await appeal(jorge, id, 'So.')).status, 409)
  assert.equal((await get(jorge, id)).appealUntil, null)
})

test('nobody contests for another, hidden is missing, and a stale version is refused', async () => {
  const { id } = await ask(desk)
  await reject(id)
  for (const who of [ana, sofia, elena]) assert.equal((await appeal(who, id, 'So.')).status, 403, who)
  for (const who of [iris, nuria, marta]) assert.equal((await appeal(who, id, 'So.')).status, 404, who)
  assert.equal((await appeal(jorge, newId(), 'So.')).status, 404)
  assert.equal((await appeal(jorge, id, 'So.', { 'if-match': '"1"' })).status, 412)
  assert.equal((await get(jorge, id)).status, 'REJECTED')
})

test('how long it can be contested, the desk says', async () => {
  const { id } = await ask(desk)
  await put(desk, id, { ...inState.REJECTED, status_changed_at: daysAgo(5) })
  await withDays({ appealDays: 3 }, async () => {
    const late = await appeal(jorge, id, 'So.')
    assert.deepEqual([late.status, late.problem.detail], [409, 'A rejection can be contested within 3 days.'])
    assert.ok(!(await get(jorge, id)).can.includes('appeal'))
  })
  await withDays({ appealDays: 0 }, async () => {
    const never = await appeal(jorge, id, 'So.')
    assert.equal(
      never.problem.detail,
      'This desk decides once. Ask for it in a new request, or write to the desk.',
    )
    assert.equal((await get(jorge, id)).appealUntil, null)
  })
  assert.equal((await appeal(jorge, id, 'So.')).status, 200)
})

test('how long a closed request can be opened again, the desk says too', async () => {
  const { id } = await ask(desk)
  const closedAt = daysAgo(5)
  await put(desk, id, { ...inState.RESOLVED, closed_at: closedAt })
  const reopen = () =>
    desk.as(jorge).call(requests.reopen, { params: { id }, body: { reason: 'It is back.' } })
  await withDays({ reopenDays: 4 }, async () => assert.equal((await reopen()).status, 409))
  await withDays({ reopenDays: 0 }, async () => {
    assert.equal((await reopen()).status, 409)
    assert.equal((await get(jorge, id)).reopenUntil, null)
  })
  assert.equal(Date.parse((await get(jorge, id)).reopenUntil ?? ''), closedAt.getTime() + 14 * 86_400_000)
  assert.equal((await reopen()).status, 200)
})
