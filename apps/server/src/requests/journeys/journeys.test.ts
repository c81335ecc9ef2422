import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { customFields, departments, links, type Request, requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, omar, pablo, tom } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const { onboardings } = departments
const noa = {
  newcomerName: 'Noa Prieto',
  startDate: '2099-02-02',
  department: 'Design',
  site: 'Madrid',
  equipment: ['LAPTOP', 'SCREEN'],
  systems: ['ERP'],
  salary: { amount: '3800000', currency: 'EUR' },
}
const begin = (who: string, more: object = {}) =>
  desk.as(who).call(onboardings.create, { body: { ...noa, ...more } })
const get = async (who: string, id: string) =>
  (await desk.as(who).call(onboardings.get, { params: { id } })).data
const resolve = (who: string, id: string) =>
  desk.as(who).call(requests.transition, {
    params: { id },
    body: { to: 'RESOLVED', resolutionCode: 'FULFILLED', resolutionText: 'Done.' },
  })
/** Fields of the company's own that a desk cannot resolve without. */
async function fillInWhatIsAsked(who: string, id: string) {
  const { data } = (await desk.as(who).call(customFields.ofRequest, { params: { id } })).data
  const asked = data.filter(({ isRequired, type }) => isRequired && type === 'yesNo')
  if (asked.length === 0) return
  const body = { customFields: Object.fromEntries(asked.map(({ key }) => [key, true])) }
  assert.equal((await desk.as(who).call(customFields.fill, { params: { id }, body })).status, 200)
}
const start = (who: string, id: string) =>
  desk.as(who).call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } })

test('one request opens those of four desks, as its children, with what each needs to know', async () => {
  const { data, status } = await begin(marta)
  assert.equal(status, 201)
  assert.equal(data.summary, 'Noa Prieto starts on 2 Feb 2099')
  assert.deepEqual(
    data.tasks.map(({ title, deskCode, status: state, canOpen }) => [title, deskCode, state, canOpen]),
    [
      ['Equipment', 'IT', 'SUBMITTED', true],
      ['Account and access', 'IT', 'SUBMITTED', true],
      ['Desk and chair', 'FACILITIES', 'SUBMITTED', true],
      ['Badge and key', 'FACILITIES', 'SUBMITTED', true],
      ['Payroll and budget', 'FINANCE', 'SUBMITTED', true],
      ['Contract and papers', 'HR', 'SUBMITTED', true],
    ],
  )
  assert.deepEqual(data.progress, { done: 0, total: 6, dueOn: '2099-02-02', isLate: false })
  const [equipment, account] = data.tasks
  const { data: laptop } = await desk.as(ana).call(departments.hardwareRequests.get, {
    params: { id: equipment?.id ?? '' },
  })
  assert.deepEqual([laptop.hardwareName, laptop.neededBy], ['Laptop, screen', '2099-02-02'])
  assert.match(laptop.businessJustification ?? '', /Noa Prieto, Design, Madrid\. Starts on 2 Feb 2099/)
  const { data: access } = await desk.as(ana).call(departments.accessRequests.get, {
    params: { id: account?.id ?? '' },
  })
  assert.equal(access.accessTarget, 'Account and mailbox, ERP')
  const linked = await desk.as(ana).call(links.list, { params: { id: laptop.id } })
  // The parent lies at HR: whoever works at IT sees the child, not the link to what they cannot see.
  assert.deepEqual(linked.data.data, [])
  const { data: children } = await desk.as(elena).call(links.list, { params: { id: data.id } })
  assert.deepEqual(
    children.data.map(({ type, request }) => [type, request.id]),
    data.tasks.map(({ id }) => ['child', id]),
  )
  const [wage] = await desk.rows<{ found: number }>(
    marta,
    `select count(*)::int as found from app.requests r join app.journey_tasks t on t.request_id = r.id
     where r::text like '%3800000%'`,
  )
  assert.equal(wage?.found, 0, 'no desk but HR learns of the salary')
})

test('what is not needed is not asked for', async () => {
  const { data } = await begin(marta, { needsBadge: false, site: undefined })
  assert.ok(!data.tasks.some(({ title }) => title === 'Badge and key'))
  // Without a site the form of moves would not do; Facilities is asked in plain words.
  const place = data.tasks.find(({ title }) => title === 'Desk and chair')
  const { data: child } = await desk.as(omar).call(requests.get, { params: { id: place?.id ?? '' } })
  assert.deepEqual([child.summary, child.requestTypeId], ['A desk for Noa Prieto', null])
})

test('by the door of every request it is the same journey', async () => {
  const [type] = await desk.rows<{ id: string }>(
    marta,
    `select id from app.request_types where kind = 'ONBOARDING'`,
  )
  const { data } = await desk.as(marta).call(requests.create, {
    body: { requestTypeId: type?.id ?? '', customFields: { ...noa } },
  })
  assert.equal((await get(marta, data.id)).tasks.length, 6)
})

test('for HR, admins and whoever manages people; nothing is made for others, nor where it does not fit', async () => {
  const count = async () => (await desk.rows(marta, 'select count(*)::int as n from app.requests'))[0]
  const before = await count()
  const refused = await begin(luis)
  assert.deepEqual(
    [refused.status, refused.problem.detail],
    [403, 'Only HR and whoever manages people can ask for this.'],
  )
  assert.equal((await begin(marta, { department: 'Moon base' })).status, 422)
  assert.deepEqual(await count(), before)
  for (const who of [nuria, elena, jorge]) assert.equal((await begin(who)).status, 201, who)
})

test('HR reads how far it is, opens only what it may, and cannot resolve it before the others have', async () => {
  const { data } = await begin(marta)
  const seen = await get(nuria, data.id)
  assert.deepEqual(
    seen.tasks.map(({ deskCode, canOpen }) => [deskCode, canOpen]),
    [
      ['IT', false],
      ['IT', false],
      ['FACILITIES', false],
      ['FACILITIES', false],
      ['FINANCE', false],
      ['HR', true],
    ],
  )
  for (const who of [tom, olga, ana, pablo]) {
    assert.equal((await desk.as(who).call(onboardings.get, { params: { id: data.id } })).status, 404, who)
  }
  await start(nuria, data.id)
  const early = await resolve(nuria, data.id)
  assert.equal(early.status, 409)
  assert.match(
    early.problem.detail,
    /^6 of its requests are still open: Equipment \(IT-\d+\), .*Resolve them first\.$/,
  )
  const whole = await Promise.all(
    seen.tasks.map(async ({ id }) => (await desk.as(elena).call(requests.get, { params: { id } })).data),
  )
  const worker: Record<Request['deskCode'], string> = { IT: ana, FACILITIES: omar, FINANCE: pablo, HR: nuria }
  for (const { id, deskCode } of whole) {
    const who = worker[deskCode] ?? ''
    assert.equal((await start(who, id)).status, 200)
    await fillInWhatIsAsked(who, id)
    assert.equal((await resolve(who, id)).status, 200)
  }
  assert.deepEqual((await get(nuria, data.id)).progress, {
    done: 6,
    total: 6,
    dueOn: '2099-02-02',
    isLate: false,
  })
  assert.equal((await resolve(nuria, data.id)).status, 200)
})

test('whoever asked may take it back whatever is open; late is what is open after the first day', async () => {
  const { data: begun } = await begin(marta)
  // Written behind everybody's back: nobody is made ready for in the past.
  await desk.rows(
    marta,
    `with due as (update app.journey_tasks set due_on = '2025-02-03' where parent_id = $1)
     update app.requests set custom_fields = custom_fields || '{"startDate": "2025-02-03"}' where id = $1`,
    [begun.id],
  )
  const data = await get(marta, begun.id)
  assert.deepEqual(data.progress, { done: 0, total: 6, dueOn: '2025-02-03', isLate: true })
  const taken = await desk.as(marta).call(requests.withdraw, { params: { id: data.id }, body: {} })
  assert.equal(taken.status, 200)
})

test('a first day in the past is refused; today is not', async () => {
  const past = await begin(marta, { startDate: '2025-02-03' })
  assert.deepEqual(
    [past.status, past.problem.errors],
    [422, [{ pointer: '/startDate', message: 'This day lies in the past. Choose today or a later one.' }]],
  )
  const [now] = await desk.rows<{ today: string }>(
    marta,
    `select to_char(now() at time zone zone, 'YYYY-MM-DD') as today from app.companies where company_id = app.cid()`,
  )
  const { data, status } = await begin(marta, { startDate: now?.today ?? '' })
  assert.equal(status, 201)
  const late = { params: { id: data.id }, body: { startDate: '2025-02-03' } }
  assert.equal((await desk.as(marta).call(onboardings.update, late)).status, 422)
})
