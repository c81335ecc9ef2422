import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { approvals, departments, leave } from '@deskhand/contract'
import { askLaptop, decide, policy, roundOf } from '../approvals/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, pablo, sofia, tom } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

before(async () => {
  const [type] = await desk.rows<{ id: string }>(
    elena,
    `select id from app.request_types where kind = 'LEAVE'`,
  )
  await policy(desk, [{ name: 'Manager', approvers: [{ kind: 'MANAGER' }] }], {
    conditions: { requestTypeIds: [type?.id ?? ''] },
  })
  const personId = (await desk.who(jorge)).personId
  const own = { leaveType: 'ANNUAL', year: 2098, days: 10, personId }
  await desk.as(nuria).call(leave.setAllowance, { body: own })
})

const ask = async (who: string, startDate: string, endDate: string, more: { reason?: string } = {}) => {
  const body = { leaveType: 'ANNUAL', startDate, endDate, ...more }
  const outcome = await desk.as(who).call(departments.leaveRequests.create, { body })
  await desk.work()
  return outcome
}
const tooMany = 'This takes 11 days of “Holiday” in 2098, and 5 are left.'

test('whoever decides on leave reads its days, what is left of them, the reason, and who else is away', async () => {
  const [peer] = await desk.rows<{ email: string; name: string; id: string }>(
    elena,
    `select p.email, p.name, p.id from app.people p
     join app.people j on j.company_id = p.company_id and j.manager_id = p.manager_id and j.email = $1
     where p.id <> j.id and p.state = 'ACTIVE' and not p.is_admin
       and not exists (select from app.desk_members m where m.company_id = p.company_id and m.person_id = p.id)
     order by p.id limit 1`,
    [jorge],
  )
  assert.ok(peer)
  const { data: theirs } = await ask(peer.email, '2098-03-05', '2098-03-07')
  await decide(desk, marta, (await roundOf(desk, theirs.id, marta)).id, { decision: 'APPROVED' })
  const first = await ask(jorge, '2098-03-10', '2098-03-14')
  assert.deepEqual(first.data.warnings, [])
  const { data, status } = await ask(jorge, '2098-03-03', '2098-03-07', { reason: 'A wedding.' })
  assert.deepEqual([status, data.warnings], [201, []])
  const { id } = await roundOf(desk, data.id)

  const seen = async (who: string) => {
    const outcome = await desk.as(who).call(approvals.get, { params: { id } })
    return outcome.status === 200 ? outcome.data.leave : outcome.status
  }
  const whole = {
    leaveType: 'ANNUAL',
    label: 'Holiday',
    startDate: '2098-03-03',
    endDate: '2098-03-07',
    totalDays: 5,
    reason: 'A wedding.',
    years: [{ year: 2098, days: 5, allowed: 10, leftBefore: 5, leftAfter: 0 }],
    warnings: [],
    away: [{ id: peer.id, name: peer.name, fromDate: '2098-03-05', untilDate: '2098-03-07', isAsked: false }],
  }
  for (const who of [marta, nuria, elena]) assert.deepEqual(await seen(who), whole, who)
  const query = { request: data.id }
  const inLists = [
    (await desk.as(marta).call(approvals.mine)).data.data.find((one) => one.id === id)?.leave,
    (await desk.as(marta).call(approvals.list, { query })).data.data[0]?.leave,
    (await desk.as(nuria).call(approvals.list, { query })).data.data[0]?.leave,
  ]
  assert.deepEqual(inLists, [whole, whole, whole], 'lists say the same as the page')
  const [mail] = await desk.rows<{ facts: { label: string; value: string }[]; subject: string }>(
    elena,
    `select data -> 'facts' as facts, subject from app.mails
     where request_id = $1 and to_address = $2 and kind = 'approval_asked'`,
    [data.id, marta],
  )
  assert.match(mail?.subject ?? '', /Holiday, 3–7 Mar 2098/)
  assert.deepEqual(
    mail?.facts.map(({ label, value }) => `${label}: ${value}`),
    [
      'Holiday: 3–7 Mar 2098 · 5 working days',
      'Left in 2098: 5 now, 0 with this',
      `Away then too: ${peer.name}, 5–7 Mar 2098`,
    ],
  )
  assert.deepEqual(await seen(jorge), whole, 'who asked sees what their team is told anyway')
  for (const who of [ana, luis, sofia, pablo, tom, olga]) assert.equal(await seen(who), 404, who)
})

test('more days than are left are asked for with a warning, told before and after, to whoever decides too', async () => {
  const query = { leaveType: 'ANNUAL', startDate: '2098-06-02', endDate: '2098-06-16' }
  const { data: told } = await desk.as(luis).call(departments.leaveRequests.days, { query })
  const personId = (await desk.who(luis)).personId
  await desk.as(nuria).call(leave.setAllowance, {
    body: { leaveType: 'ANNUAL', year: 2098, days: 5, personId },
  })
  assert.deepEqual(told.warnings, [])
  const { data: before } = await desk.as(luis).call(departments.leaveRequests.days, { query })
  assert.deepEqual([before.totalDays, before.refusal, before.warnings], [11, null, [tooMany]])
  const { leaveType: _, ...plain } = query
  const { data: noKind } = await desk.as(luis).call(departments.leaveRequests.days, { query: plain })
  assert.deepEqual([noKind.years, noKind.warnings], [[], []])

  const { data, status } = await ask(luis, query.startDate, query.endDate)
  assert.deepEqual([status, data.warnings], [201, [tooMany]])
  const { id } = await roundOf(desk, data.id, luis)
  const { data: round } = await desk.as(luis).call(approvals.get, { params: { id } })
  assert.deepEqual(round.leave?.warnings, [tooMany])
  assert.equal(round.leave?.years[0]?.leftAfter, -6)
})

test('a leave across the year takes from both, each counted with the days that lie in it', async () => {
  const { data } = await ask(jorge, '2098-12-29', '2099-01-05')
  const { id } = await roundOf(desk, data.id)
  const { data: round } = await desk.as(marta).call(approvals.get, { params: { id } })
  assert.deepEqual(
    round.leave?.years.map(({ year }) => year),
    [2098, 2099],
  )
  assert.equal(
    round.leave?.years.reduce((sum, { days }) => sum + days, 0),
    round.leave?.totalDays,
  )
})

test('what is no leave has nothing of leave to tell', async () => {
  await policy(desk, [{ name: 'Manager', approvers: [{ kind: 'MANAGER' }] }])
  const laptop = await askLaptop(desk)
  const { id } = await roundOf(desk, laptop.id)
  assert.equal((await desk.as(marta).call(approvals.get, { params: { id } })).data.leave, null)
  const { data: waiting } = await desk.as(marta).call(approvals.mine)
  const leaves = new Map(waiting.data.map((one) => [one.requestId, one.leave]))
  assert.equal(leaves.get(laptop.id), null)
  assert.ok(
    [...leaves.values()].some((one) => one !== null),
    'beside leave that waits, it has none',
  )
})
