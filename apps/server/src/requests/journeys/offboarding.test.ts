import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { departments, requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, pablo, tom } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const { offboardings } = departments
const leaver = await desk.who(luis)
const begin = (who: string, more: object = {}) =>
  desk.as(who).call(offboardings.create, {
    body: { leaver: leaver.personId, lastDay: '2099-03-31', returns: ['LAPTOP', 'CARD'], ...more },
  })
const get = (who: string, id: string) => desk.as(who).call(offboardings.get, { params: { id } })

test('who leaves, and what four desks have to settle, each by its own day', async () => {
  const handoverTo = (await desk.who(ana)).personId
  const { data, status } = await begin(marta, { handoverTo, leavingReason: 'Moves to Timbuktu.' })
  assert.equal(status, 201)
  assert.match(data.summary, /^Luis \S+ leaves on 31 Mar 2099$/)
  assert.deepEqual(
    data.tasks.map(({ title, deskCode, dueOn }) => [title, deskCode, dueOn]),
    [
      ['Account and access', 'IT', '2099-03-31'],
      ['Equipment', 'IT', '2099-03-31'],
      ['Badge and key', 'FACILITIES', '2099-03-31'],
      ['Desk', 'FACILITIES', '2099-04-05'],
      ['Last pay and expenses', 'FINANCE', '2099-03-31'],
      ['Papers and reference', 'HR', '2099-04-14'],
    ],
  )
  assert.deepEqual(data.progress, { done: 0, total: 6, dueOn: '2099-03-31', isLate: false })
  const whole = async (at: number) =>
    (await desk.as(elena).call(requests.get, { params: { id: data.tasks[at]?.id ?? '' } })).data
  const account = await whole(0)
  assert.match(account.summary, /^Close the account of Luis /)
  assert.match(account.description ?? '', /The last day is 31 Mar 2099; it has to be done by then\.\n/)
  assert.match(account.description ?? '', /Mail and files go to Ana Ruiz\.$/)
  assert.match((await whole(1)).description ?? '', /They have: laptop, card\.$/)
  assert.match((await whole(3)).description ?? '', /it has to be done by 5 Apr 2099\.$/)
  const [told] = await desk.rows<{ found: number }>(
    marta,
    `select count(*)::int as found from app.requests r where r::text like '%Timbuktu%'`,
  )
  assert.equal(told?.found, 0, 'why somebody leaves lies encrypted')
  assert.deepEqual(data.encryptedFields, ['leavingReason'])
})

test('nothing is said of what is not known, and no badge is asked for where there is none', async () => {
  const { data } = await begin(marta, { hasBadge: false, returns: [] })
  assert.ok(!data.tasks.some(({ title }) => title === 'Badge and key'))
  const { data: account } = await desk
    .as(elena)
    .call(requests.get, { params: { id: data.tasks[0]?.id ?? '' } })
  assert.doesNotMatch(account.description ?? '', /Mail and files|\{/)
})

test('a confidential one opens confidential requests', async () => {
  const [type] = await desk.rows<{ id: string }>(
    marta,
    `select id from app.request_types where kind = 'OFFBOARDING'`,
  )
  const { data } = await desk.as(marta).call(requests.create, {
    body: {
      requestTypeId: type?.id ?? '',
      isConfidential: true,
      customFields: { leaver: leaver.personId, lastDay: '2099-03-31' },
    },
  })
  const tasks = await desk.rows<{ isConfidential: boolean }>(
    marta,
    `select r.is_confidential as "isConfidential" from app.journey_tasks t
     join app.requests r on r.company_id = t.company_id and r.id = t.request_id where t.parent_id = $1`,
    [data.id],
  )
  assert.deepEqual(tasks, Array(6).fill({ isConfidential: true }))
  // HR reads of its own part; of the others not even that they are there.
  const { data: seen } = await get(nuria, data.id)
  assert.deepEqual(
    seen.tasks.map(({ deskCode }) => deskCode),
    ['HR'],
  )
})

test('for HR, admins and whoever manages people; invisible to everybody else; of somebody who is there', async () => {
  const refused = await begin(luis)
  assert.deepEqual(
    [refused.status, refused.problem.detail],
    [403, 'Only HR and whoever manages people can ask for this.'],
  )
  const nobody = await begin(marta, { leaver: '0193b3a0-0000-7000-8000-000000000000' })
  assert.deepEqual([nobody.status, nobody.problem.errors?.[0]?.pointer], [422, '/leaver'])
  for (const who of [nuria, elena, jorge]) assert.equal((await begin(who)).status, 201, who)
  const { data } = await begin(marta)
  for (const who of [tom, olga, ana, pablo, luis]) assert.equal((await get(who, data.id)).status, 404, who)
})

test('it cannot be resolved while a desk has not done its part; late is what one of them is', async () => {
  const { data } = await begin(marta, { lastDay: '2025-03-31' })
  assert.equal(data.progress.isLate, true)
  await desk.as(nuria).call(requests.transition, { params: { id: data.id }, body: { to: 'IN_PROGRESS' } })
  const early = await desk.as(nuria).call(requests.transition, {
    params: { id: data.id },
    body: { to: 'RESOLVED', resolutionCode: 'FULFILLED', resolutionText: 'All is settled.' },
  })
  assert.equal(early.status, 409)
  assert.match(early.problem.detail, /^6 of its requests are still open: Account and access \(IT-\d+\)/)
})
