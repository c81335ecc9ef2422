import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { approvalPolicies, departments, leave, notifications, requests } from '@deskhand/contract'
import { decide, policy, roundOf } from '../approvals/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, olga, pablo, sofia, tom } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Days = { startDate: string; endDate: string; cover?: string; leaveType?: string }
const ask = async (who: string, days: Days) => {
  const { data, status } = await desk
    .as(who)
    .call(departments.leaveRequests.create, { body: { leaveType: 'ANNUAL', ...days } })
  assert.equal(status, 201)
  await desk.work()
  return data.id
}
/** As the world has it: their manager agrees, and with that it is done. */
const grant = async (id: string) => {
  const assignedToId = (await desk.who(nuria)).personId
  await desk.as(elena).call(requests.assign, { params: { id }, body: { assignedToId } })
  const [manager] = await desk.rows<{ email: string }>(
    elena,
    `select p.email from app.approval_votes v
     join app.people p on p.company_id = v.company_id and p.id = v.person_id where v.request_id = $1`,
    [id],
  )
  const email = manager?.email ?? ''
  await decide(desk, email, (await roundOf(desk, id, email)).id, { decision: 'APPROVED' })
}
const cancel = (who: string, id: string, reason?: string) =>
  desk.as(who).call(leave.cancel, { params: { id }, body: reason ? { reason } : {} })
const read = async (who: string, id: string) =>
  (await desk.as(who).call(departments.leaveRequests.get, { params: { id } })).data
const away = async (who: string, from: string, until: string) =>
  (await desk.as(who).call(leave.calendar, { query: { from, until } })).data.data
const standIn = async (who: string, on: string) => {
  const { personId } = await desk.who(who)
  const [row] = await desk.rows<{ id: string | null }>(
    who,
    `select stand_in_id as id from app.away where person_id = $1 and $2 between from_date and until_date`,
    [personId, on],
  )
  return row?.id ?? null
}

test('a granted leave makes somebody away with their cover, until it is cancelled; then the days are free', async () => {
  const cover = (await desk.who(marta)).personId
  const id = await ask(jorge, { startDate: '2099-03-02', endDate: '2099-03-06', cover })
  assert.equal((await read(jorge, id)).leaveState, 'ASKED')
  assert.equal(await standIn(jorge, '2099-03-03'), null, 'what is only asked for changes nothing')
  await grant(id)
  assert.equal((await read(jorge, id)).leaveState, 'GRANTED')
  assert.equal(await standIn(jorge, '2099-03-03'), cover)
  const again = { body: { leaveType: 'ANNUAL', startDate: '2099-03-06', endDate: '2099-03-09' } }
  assert.equal((await desk.as(jorge).call(departments.leaveRequests.create, again)).status, 422)

  const { data, status } = await cancel(jorge, id, 'The trip is off.')
  assert.deepEqual([status, data.leaveState, data.status], [200, 'CANCELLED', 'RESOLVED'])
  assert.equal(await standIn(jorge, '2099-03-03'), null)
  assert.equal((await desk.as(jorge).call(departments.leaveRequests.create, again)).status, 201)
  const { data: lines } = await desk.as(nuria).call(requests.activities, { params: { id } })
  assert.ok(lines.data.some(({ message }) => message.endsWith('cancelled this leave: The trip is off.')))
  await desk.work()
  const { data: inbox } = await desk.as(nuria).call(notifications.list, { query: {} })
  assert.ok(inbox.data.some(({ title }) => title === `${data.referenceNumber} was cancelled`))
})

test('what its approval granted and the desk has not settled ends with the cancelling', async () => {
  const [type] = await desk.rows<{ id: string }>(
    elena,
    `select id from app.request_types where kind = 'LEAVE'`,
  )
  const person = { kind: 'PEOPLE' as const, personIds: [(await desk.who(sofia)).personId] }
  const conditions = { requestTypeIds: [type?.id ?? ''] }
  const policyId = await policy(desk, [{ name: 'Lead', approvers: [person] }], { conditions })
  const id = await ask(luis, { startDate: '2099-04-06', endDate: '2099-04-10' })
  await decide(desk, sofia, (await roundOf(desk, id, luis)).id, { decision: 'APPROVED' })
  await desk.work()
  const granted = await read(luis, id)
  assert.deepEqual([granted.status, granted.leaveState], ['APPROVED', 'GRANTED'])
  const { data } = await cancel(luis, id)
  assert.deepEqual([data.status, data.leaveState], ['RESOLVED', 'CANCELLED'])
  await desk.work()
  const { data: inbox } = await desk.as(sofia).call(notifications.list, { query: {} })
  assert.ok(inbox.data.some(({ title }) => title === `${data.referenceNumber} was cancelled`))
  await desk.as(elena).call(approvalPolicies.remove, { params: { id: policyId } })
})

describe('cancelling is refused', () => {
  test('by state: not granted, cancelled already, begun', async () => {
    const asked = await ask(pablo, { startDate: '2099-05-04', endDate: '2099-05-04' })
    const early = await cancel(pablo, asked)
    assert.deepEqual(
      [early.status, early.problem.detail],
      [409, 'This leave is not granted yet. Withdraw it instead.'],
    )
    await grant(asked)
    await cancel(pablo, asked)
    assert.equal((await cancel(pablo, asked)).status, 409)
    const past = await ask(pablo, { startDate: '2025-05-05', endDate: '2025-05-06' })
    await grant(past)
    assert.match((await cancel(pablo, past)).problem.detail, /^This leave has begun/)
    assert.equal((await read(pablo, past)).leaveState, 'GRANTED')
  })

  test('to HR, to colleagues, to another company, and for what is no leave', async () => {
    const id = await ask(marta, { startDate: '2099-06-01', endDate: '2099-06-02' })
    await grant(id)
    assert.equal((await cancel(nuria, id)).status, 403)
    for (const who of [ana, tom, iris, olga]) assert.equal((await cancel(who, id)).status, 404, who)
    const { data } = await desk.as(marta).call(requests.create, {
      body: { serviceDeskCode: 'IT', summary: 'No leave' },
    })
    assert.equal((await cancel(marta, data.id)).status, 404)
    assert.equal((await read(marta, id)).leaveState, 'GRANTED')
  })
})

test('who is away: days for colleagues, more for the person, for who leads them and for HR', async () => {
  const [found] = await desk.rows<{ lead: string; one: string; other: string }>(
    elena,
    `select l.email as lead, a.email as one, b.email as other from app.people a
     join app.people b on b.company_id = a.company_id and b.manager_id = a.manager_id and b.id > a.id
     join app.people l on l.company_id = a.company_id and l.id = a.manager_id
     where a.company_id = $1 and a.state = 'ACTIVE' and b.state = 'ACTIVE' and l.state = 'ACTIVE'
       and not l.is_admin and not a.is_admin and not b.is_admin
       and not exists (select from app.desk_members m where m.company_id = a.company_id and m.person_id in (a.id, b.id, l.id))
     order by a.id, b.id limit 1`,
    [(await desk.who(elena)).companyId],
  )
  assert.ok(found)
  const { lead, one, other } = found
  const { personId } = await desk.who(one)
  const granted = await ask(one, { startDate: '2099-07-06', endDate: '2099-07-10', leaveType: 'SICK' })
  await grant(granted)
  const asked = await ask(one, { startDate: '2099-07-20', endDate: '2099-07-21' })
  const seen = async (who: string) =>
    (await away(who, '2099-07-01', '2099-07-31')).find(({ id }) => id === personId)?.away
  const whole = [
    {
      fromDate: '2099-07-06',
      untilDate: '2099-07-10',
      isAsked: false,
      leaveType: 'SICK',
      requestId: granted,
    },
    { fromDate: '2099-07-20', untilDate: '2099-07-21', isAsked: true, leaveType: 'ANNUAL', requestId: asked },
  ]
  for (const who of [one, lead, nuria, elena]) assert.deepEqual(await seen(who), whole, who)
  assert.deepEqual(await seen(other), [{ ...whole[0], leaveType: null, requestId: null }])
  for (const who of [ana, luis, tom, olga]) assert.equal(await seen(who), undefined, who)
  const [me] = await away(one, '2099-07-11', '2099-07-19')
  assert.deepEqual([me?.isMe, me?.away], [true, []], 'other days')
  const long = { query: { from: '2099-01-01', until: '2099-12-31' } }
  assert.equal((await desk.as(one).call(leave.calendar, long)).status, 400)
})

test('days are set by HR and admins, for everybody and for one, and everybody reads their own balance', async () => {
  const set = (who: string, days: number | null, more: { personId?: string; leaveType?: string } = {}) =>
    desk.as(who).call(leave.setAllowance, { body: { leaveType: 'ANNUAL', year: 2098, days, ...more } })
  const mine = async (who: string, year = 2098) =>
    (await desk.as(who).call(leave.balances, { query: { year } })).data.data.find(
      ({ leaveType }) => leaveType === 'ANNUAL',
    )
  assert.equal((await set(nuria, 23)).status, 200)
  const personId = (await desk.who(sofia)).personId
  await set(elena, 25.5, { personId })
  const id = await ask(sofia, { startDate: '2098-09-01', endDate: '2098-09-05' })
  assert.deepEqual(await mine(sofia), {
    leaveType: 'ANNUAL',
    label: 'Holiday',
    allowed: 25.5,
    taken: 0,
    planned: 0,
    asked: 5,
    left: 20.5,
  })
  await grant(id)
  await cancel(sofia, id)
  assert.deepEqual((await mine(sofia))?.left, 25.5)
  assert.equal((await mine(jorge, 2099))?.allowed, 23, 'it holds on')
  assert.equal((await mine(tom))?.allowed ?? null, null, 'another company')
  await set(elena, null, { personId })
  assert.equal((await mine(sofia))?.allowed, 23)

  assert.equal((await set(nuria, 3, { leaveType: 'MOON' })).problem.errors?.[0]?.pointer, '/leaveType')
  const stranger = (await desk.who(tom)).personId
  assert.equal((await set(nuria, 3, { personId: stranger })).problem.errors?.[0]?.pointer, '/personId')
  for (const who of [ana, luis, jorge]) {
    assert.equal((await set(who, 99)).status, 403, who)
    assert.equal((await desk.as(who).call(leave.allowances)).status, 403, who)
  }
  assert.ok((await desk.as(nuria).call(leave.allowances)).data.data.some(({ days }) => days === 23))
  assert.deepEqual((await desk.as(olga).call(leave.allowances)).data.data, [])
})
