import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { deskManagement, desks, forms, people, requests, sla, views } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, nuria, olga, sofia, tom } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
const admin = desk.as(elena)
const withdraw = { to: 'RESOLVED', resolutionCode: 'WITHDRAWN', resolutionText: 'Found it.' } as const
const idOf = async (who: string) => (await desk.who(who)).personId
let made = 0
const makeDesk = async () => {
  made += 1
  const { data } = await admin.call(deskManagement.createDesk, {
    body: { code: `LEGAL${made}`, prefix: `LG${made}`, name: `Legal ${made}` },
  })
  return data
}
const makeCategory = async (serviceDeskId: string, name = 'Contracts') =>
  (await admin.call(deskManagement.createCategory, { body: { serviceDeskId, name } })).data

test('a new desk takes requests under its own numbers at once', async () => {
  const { id, code, prefix } = await makeDesk()
  const { data } = await desk
    .as(jorge)
    .call(requests.create, { body: { serviceDeskCode: code, summary: 'Read this contract' } })
  assert.deepEqual([data.serviceDeskId, data.referenceNumber], [id, `${prefix}-1`])
})

test('codes and prefixes belong to one desk', async () => {
  const { code, prefix } = await makeDesk()
  const again = (body: { code: string; prefix: string }) =>
    admin.call(deskManagement.createDesk, { body: { ...body, name: 'Again' } })
  const byCode = await again({ code, prefix: 'OTHER' })
  const byPrefix = await again({ code: 'OTHER', prefix })
  assert.deepEqual(
    [byCode, byPrefix].map(({ status, problem }) => [status, problem.errors?.[0]?.pointer]),
    [
      [422, '/code'],
      [422, '/prefix'],
    ],
  )
})

test('a desk that is confidential makes confidential requests; a closed one makes none', async () => {
  const { id, code } = await makeDesk()
  const ask = () =>
    desk.as(jorge).call(requests.create, { body: { serviceDeskCode: code, summary: 'Between us' } })
  await admin.call(deskManagement.updateDesk, { params: { id }, body: { isConfidential: true } })
  assert.equal((await ask()).data.isConfidential, true)
  const same = await admin.call(deskManagement.updateDesk, { params: { id }, body: { isConfidential: true } })
  assert.equal(same.status, 200)
  assert.equal((await admin.call(deskManagement.retireDesk, { params: { id } })).status, 204)
  assert.equal((await ask()).status, 422)
})

test('the last open desk stays open', async () => {
  const all = (await desk.as(olga).call(deskManagement.listDesks)).data.data
  for (const { id } of all.slice(1)) await desk.as(olga).call(deskManagement.retireDesk, { params: { id } })
  const last = await desk.as(olga).call(deskManagement.retireDesk, { params: { id: all[0]?.id ?? '' } })
  assert.deepEqual([last.status, last.problem.code], [409, 'state'])
})

test('members come, change and go; it counts from their next request on', async () => {
  const { id, code } = await makeDesk()
  const set = (members: { personId: string; role: 'TECHNICIAN' | 'SUPERVISOR' }[]) =>
    admin.call(deskManagement.setMembers, { params: { id }, body: { members } })
  const jorgeId = await idOf(jorge)
  const { data } = await set([{ personId: jorgeId, role: 'SUPERVISOR' }])
  assert.deepEqual(
    data.data.map(({ name, role }) => [name, role]),
    [['Jorge Vidal', 'SUPERVISOR']],
  )
  const look = () => desk.as(jorge).call(desks.members, { params: { id: code } })
  assert.equal((await look()).status, 200)
  const told = await desk.rows<{ name: string }>(
    elena,
    `select name from app.events where name = 'person.roles_changed' and subject_id = $1`,
    [jorgeId],
  )
  assert.equal(told.length, 1)
  await set([])
  assert.equal((await look()).status, 403)
  assert.equal((await set([{ personId: newId(), role: 'TECHNICIAN' }])).status, 422)
  assert.equal((await set([{ personId: await idOf(olga), role: 'TECHNICIAN' }])).status, 422)
})

test('categories are made, ordered as a whole, and taken out with what they hold', async () => {
  const { id } = await makeDesk()
  const one = await makeCategory(id, 'One')
  const two = await makeCategory(id, 'Two')
  const order = (ids: string[]) =>
    admin.call(deskManagement.orderCategories, { body: { serviceDeskId: id, ids } })
  assert.deepEqual(
    (await order([two.id, one.id])).data.data.map(({ name }) => name),
    ['Two', 'One'],
  )
  for (const ids of [[one.id], [one.id, one.id], [one.id, newId()]])
    assert.equal((await order(ids)).status, 422)
  const { data: type } = await admin.call(deskManagement.createRequestType, {
    body: { serviceCategoryId: one.id, name: 'Read a contract' },
  })
  await admin.call(deskManagement.retireCategory, { params: { id: one.id } })
  const { data: kept } = await admin.call(deskManagement.getRequestType, { params: { id: type.id } })
  assert.equal(kept.isActive, false)
  const { data: renamed } = await admin.call(deskManagement.updateCategory, {
    params: { id: two.id },
    body: { name: 'Second', isActive: true },
  })
  assert.equal(renamed.name, 'Second')
})

test('a kind is made, changed, given a form, and taken out', async () => {
  const { id } = await makeDesk()
  const category = await makeCategory(id)
  const { data: type } = await admin.call(deskManagement.createRequestType, {
    body: { serviceCategoryId: category.id, name: 'Read a contract', isConfidential: true, slaHours: 9 },
  })
  assert.deepEqual([type.serviceDeskId, type.isConfidential, type.slaHours], [id, true, 9])
  const update = (body: object) =>
    admin.call(deskManagement.updateRequestType, { params: { id: type.id }, body })
  const form = (await admin.call(forms.list)).data.data[0]
  assert.equal((await update({ formId: form?.id })).data.formVersionId, form?.published?.id)
  assert.equal((await update({ formId: newId() })).problem.errors?.[0]?.pointer, '/formId')
  const elsewhere = await makeCategory((await makeDesk()).id)
  const moved = await update({ serviceCategoryId: elsewhere.id })
  assert.equal(moved.problem.errors?.[0]?.pointer, '/serviceCategoryId')
  assert.equal((await update({ formId: null, promise: 'usually a day' })).data.promise, 'usually a day')
  await admin.call(deskManagement.retireRequestType, { params: { id: type.id } })
  const asked = await desk
    .as(jorge)
    .call(requests.create, { body: { requestTypeId: type.id, summary: 'Too late' } })
  assert.equal(asked.status, 422)
})

test('impact and urgency lead where the company says', async () => {
  const rate = async () =>
    (
      await desk.as(jorge).call(requests.create, {
        body: { serviceDeskCode: 'IT', summary: 'Rated', impact: 'LOW', urgency: 'LOW' },
      })
    ).data.priority
  assert.equal(await rate(), 'LOW')
  const { data } = await admin.call(deskManagement.updatePriority, {
    params: { id: 'HIGH' },
    body: { name: 'Soon', cells: [{ impact: 'LOW', urgency: 'LOW' }] },
  })
  const soon = data.data.find(({ id }) => id === 'HIGH')
  assert.equal(soon?.name, 'Soon')
  assert.equal(data.data.flatMap(({ cells }) => cells).length, 9, 'each cell leads somewhere, once')
  assert.equal(await rate(), 'HIGH')
  const unknown = await admin.call(deskManagement.updatePriority, {
    params: { id: 'HUGE' },
    body: { name: 'X' },
  })
  assert.equal(unknown.status, 404)
})

test('what a company calls a priority is its word everywhere', async () => {
  const name = 'Do first'
  await admin.call(deskManagement.updatePriority, { params: { id: 'CRITICAL' }, body: { name } })
  const { data: me } = await desk.as(ana).call(people.me)
  assert.equal(me.company.priorityNames.CRITICAL, name)
  assert.equal(me.company.priorityNames.MEDIUM, 'Medium')
  const { data: elsewhere } = await desk.as(tom).call(people.me)
  assert.equal(elsewhere.company.priorityNames.CRITICAL, 'Critical')

  const { data: request } = await desk
    .as(jorge)
    .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Rated' } })
  const params = { id: request.id }
  await desk.as(ana).call(requests.prioritise, { params, body: { priority: 'CRITICAL' } })
  const { data: told } = await desk.as(ana).call(requests.activities, { params })
  assert.ok(told.data.some(({ message }) => message === 'Ana Ruiz set the priority to Do first.'))
  const { data: promised } = await desk.as(ana).call(sla.get, { params })
  assert.ok(promised.clocks.some(({ because }) => because.includes(' for Do first priority ')))
  const { data: groups } = await desk.as(ana).call(views.groups, { query: { by: 'priority' } })
  assert.equal(groups.data.find(({ value }) => value === 'CRITICAL')?.label, name)
})

test('a kind has words of its own for a state, which everybody reads who sees its requests', async () => {
  const category = await makeCategory((await makeDesk()).id)
  const { data: type } = await admin.call(deskManagement.createRequestType, {
    body: {
      serviceCategoryId: category.id,
      name: 'Read a contract',
      stateWords: { SUBMITTED: 'On the pile' },
    },
  })
  const summary = 'Read this'
  const { data: made } = await desk
    .as(jorge)
    .call(requests.create, { body: { requestTypeId: type.id, summary } })
  const wordNow = async () =>
    (await desk.as(jorge).call(requests.get, { params: { id: made.id } })).data.stateWord
  assert.deepEqual([made.stateWord, await wordNow()], ['On the pile', 'On the pile'])
  const update = (stateWords: object) =>
    admin.call(deskManagement.updateRequestType, { params: { id: type.id }, body: { stateWords } })
  assert.equal((await update({ CANCELLED: 'Gone' })).status, 400)
  assert.equal((await update({ SUBMITTED: '' })).status, 400)
  assert.deepEqual((await update({ RESOLVED: 'Read' })).data.stateWords, { RESOLVED: 'Read' })
  assert.equal(await wordNow(), null)
  await desk.as(jorge).call(requests.transition, { params: { id: made.id }, body: withdraw })
  assert.equal(await wordNow(), null, 'what was taken back was not read')
})

test('codes are set for the company or a desk; what Deskhand writes itself stays', async () => {
  const set = (serviceDeskId: string | null, codes: { code: string; name: string }[]) =>
    admin.call(deskManagement.setResolutionCodes, { body: { serviceDeskId, codes } })
  const { id } = await makeDesk()
  const own = [{ code: 'SIGNED', name: 'Signed' }]
  assert.deepEqual(
    (await set(id, own)).data.data.map(({ code }) => code),
    ['SIGNED'],
  )
  const needed = await set(null, own)
  assert.match(needed.problem.detail, /WITHDRAWN and NO_RESPONSE and DUPLICATE/)
  assert.equal((await set(id, [...own, ...own])).status, 422)
})

test('only admins edit, and only their own company', async () => {
  const { id } = await makeDesk()
  for (const who of [jorge, ana, sofia, nuria]) {
    assert.equal((await desk.as(who).call(deskManagement.listDesks)).status, 403)
    assert.equal(
      (await desk.as(who).call(deskManagement.updateDesk, { params: { id }, body: { name: 'Mine' } })).status,
      403,
    )
  }
  const category = await makeCategory(id)
  const stranger = desk.as(olga)
  const outcomes = await Promise.all([
    stranger.call(deskManagement.updateDesk, { params: { id }, body: { name: 'Mine' } }),
    stranger.call(deskManagement.retireDesk, { params: { id } }),
    stranger.call(deskManagement.setMembers, { params: { id }, body: { members: [] } }),
    stranger.call(deskManagement.updateCategory, { params: { id: category.id }, body: { name: 'Mine' } }),
    stranger.call(deskManagement.retireCategory, { params: { id: category.id } }),
  ])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    outcomes.map(() => 404),
  )
  const made = await stranger.call(deskManagement.createCategory, {
    body: { serviceDeskId: id, name: 'Mine' },
  })
  assert.equal(made.problem.errors?.[0]?.pointer, '/serviceDeskId')
})
