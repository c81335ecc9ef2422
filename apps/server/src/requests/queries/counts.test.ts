import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests } from '@deskhand/contract'
import { dayIn } from '../../platform/clock/workingTime.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, nuria, sofia } from '../../testing/people.ts'
import { ask, inState, put } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const counts = async (who: string) => (await desk.as(who).call(requests.counts)).data
const ofIt = async (who: string) => {
  const row = (await counts(who)).desks.find(({ code }) => code === 'IT')
  assert.ok(row)
  return row
}
const idOf = async (email: string) => (await desk.who(email)).personId

test('each number is as long as the list behind it', async () => {
  const now = new Date()
  const tonight = dayIn('Europe/Madrid', now).until
  const later = new Date((now.getTime() + tonight.getTime()) / 2).toISOString()
  await put(desk, (await ask(desk)).id, { sla_due_at: later })
  const it = await ofIt(ana)
  // What waits for somebody else is not late on account of the desk.
  const inHand = 'SUBMITTED,IN_REVIEW,APPROVED,IN_PROGRESS'
  const length = async (query: object) =>
    (await desk.as(ana).call(requests.list, { query: { limit: 200, desk: 'IT', state: 'open', ...query } }))
      .data.data.length
  assert.equal(it.open, await length({}))
  assert.equal(it.unassigned, await length({ assignee: 'none' }))
  const late = { status: inHand, isSnoozed: 'false' }
  assert.equal(it.atRisk, await length({ isAtRisk: 'true', ...late }))
  assert.ok((await length({ isAtRisk: 'true' })) + (await length({ isAtRisk: 'false' })) === it.open)
  assert.equal(it.overdue, await length({ dueBefore: now.toISOString(), ...late }))
  assert.equal(it.dueToday, (await length({ dueBefore: tonight.toISOString(), ...late })) - it.overdue)
  assert.equal(it.snoozed, await length({ isSnoozed: 'true' }))
  assert.equal(it.withRequester, await length({ status: 'ACTION_REQUIRED' }))
  assert.equal(it.waiting, await length({ status: 'WAITING' }))
  assert.ok(it.dueToday >= 1)
})

test('my work moves between its three buckets', async () => {
  const before = (await counts(ana)).mine
  const { id } = await ask(desk)
  const bucket = async (columns: object) => {
    await put(desk, id, { ...columns })
    const { mine } = await counts(ana)
    return [mine.todo - before.todo, mine.waiting - before.waiting, mine.doneToday - before.doneToday]
  }
  assert.deepEqual(await bucket({ assigned_to_id: await idOf(ana) }), [1, 0, 0])
  assert.deepEqual(await bucket(inState.WAITING), [0, 1, 0])
  assert.deepEqual(await bucket(inState.ACTION_REQUIRED), [0, 1, 0])
  assert.deepEqual(await bucket({ ...inState.RESOLVED, resolved_at: new Date() }), [0, 0, 1])
  assert.deepEqual(await bucket({ resolved_at: new Date(Date.now() - 3 * 86_400_000) }), [0, 0, 0])
})

test('a confidential request counts for those who see it', async () => {
  const [anas, elenas] = [await ofIt(ana), await ofIt(elena)]
  const { id } = await ask(desk, { isConfidential: true })
  const [after, admins] = [await ofIt(ana), await ofIt(elena)]
  assert.deepEqual([after.open - anas.open, after.confidential - anas.confidential], [1, 1])
  assert.deepEqual(admins, elenas)
  await desk.as(sofia).call(requests.seal, {
    params: { id },
    body: { isConfidential: true, includesDesk: false, personIds: [await idOf(sofia)] },
  })
  assert.deepEqual(await ofIt(ana), anas)
})

test('each sees the numbers of their desks, an admin of all, who works at none of none', async () => {
  assert.deepEqual(
    (await counts(nuria)).desks.map(({ code }) => code),
    ['HR'],
  )
  assert.deepEqual(
    (await counts(elena)).desks.map(({ code }) => code),
    ['IT', 'HR', 'FINANCE', 'FACILITIES'],
  )
  assert.equal((await desk.as(jorge).call(requests.counts)).status, 403)
})

test('counting stops at 999', async () => {
  await desk.rows(
    jorge,
    `insert into app.requests (company_id, id, reference_number, number, service_desk_id, requester_id, requester_email,
       created_by_id, summary)
     select company_id, gen_random_uuid(), 'X-' || n, 100000 + n, service_desk_id, requester_id, requester_email,
       created_by_id, summary
     from app.requests cross join generate_series(1, 1100) n where id = $1`,
    [(await ask(desk)).id],
  )
  const { open, unassigned } = await ofIt(ana)
  assert.deepEqual([open, unassigned], [999, 999])
})
