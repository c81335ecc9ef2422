import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, links, type Request, requests, successors } from '@deskhand/contract'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const write = async (who: string, { id }: Request, message: string, isInternal = false) =>
  (await desk.as(who).call(requests.comment, { params: { id }, body: { message, isInternal } })).data
const thread = async (who: string, id: string) =>
  (await desk.as(who).call(requests.activities, { params: { id } })).data.data
const said = async (who: string, id: string) =>
  (await thread(who, id))
    .filter(({ activityType }) => activityType === 'COMMENT')
    .map(({ message }) => message)
const split = (who: string, { id }: Request, activityIds: string[], summary = 'The printer') =>
  desk.as(who).call(successors.split, { params: { id }, body: { activityIds, summary } })
const transfer = (who: string, { id }: Request, body: BodyIn<typeof successors.transfer>) =>
  desk.as(who).call(successors.transfer, { params: { id }, body })

test('an entry moves into a request of its own, and the old place says where', async () => {
  const request = await ask(desk, { tags: ['vpn'], priority: 'HIGH' })
  const entry = await write(jorge, request, 'By the way, the printer is out of toner.')
  await write(jorge, request, 'And the VPN dropped again.')
  const { data, status } = await split(ana, request, [entry.id])
  assert.equal(status, 201)
  assert.deepEqual(
    [data.requesterId, data.serviceDeskId, data.priority, data.summary],
    [request.requesterId, request.serviceDeskId, 'HIGH', 'The printer'],
  )
  assert.deepEqual(await said(jorge, data.id), ['By the way, the printer is out of toner.'])
  assert.deepEqual(await said(jorge, request.id), ['And the VPN dropped again.'])
  assert.equal(
    (await thread(jorge, request.id)).at(-1)?.message,
    `Ana Ruiz moved an entry to ${data.referenceNumber}.`,
  )
  assert.ok(
    (await thread(jorge, data.id)).some(
      ({ message }) => message === `This began in ${request.referenceNumber}.`,
    ),
  )
  const related = await desk.as(ana).call(links.list, { params: { id: data.id } })
  assert.deepEqual(
    related.data.data.map(({ type, request: other }) => [type, other.referenceNumber]),
    [['relates', request.referenceNumber]],
  )
})

test('a note stays a note, and the requester hears nothing of its move', async () => {
  const request = await ask(desk)
  const note = await write(ana, request, 'He always says that.', true)
  const { data } = await split(ana, request, [note.id])
  assert.deepEqual(await said(jorge, data.id), [])
  assert.deepEqual(await said(luis, data.id), ['He always says that.'])
  assert.equal(
    (await thread(jorge, request.id)).some(({ message }) => message.includes(data.referenceNumber)),
    false,
  )
})

test('what is split off is as confidential as it was', async () => {
  const request = await ask(desk, { serviceDeskCode: 'HR', isConfidential: true }, marta)
  const entry = await write(marta, request, 'In confidence.')
  const { data } = await split(nuria, request, [entry.id])
  assert.equal(data.isConfidential, true)
  assert.deepEqual(data.access?.people, [])
  for (const who of [elena, sofia]) {
    assert.equal((await desk.as(who).call(requests.get, { params: { id: data.id } })).status, 404)
  }
})

test('refuses entries of another request, changes, and what is closed', async () => {
  const [request, other] = await Promise.all([ask(desk), ask(desk)])
  const entry = await write(jorge, other, 'Elsewhere.')
  const [opened] = await thread(ana, request.id)
  for (const id of [entry.id, opened?.id ?? '']) {
    const { status, problem } = await split(ana, request, [id])
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/activityIds'])
  }
  await put(desk, other.id, { ...inState.RESOLVED, closed_at: new Date().toISOString() })
  assert.equal((await split(ana, other, [entry.id])).status, 409)
  assert.equal((await split(jorge, request, [entry.id])).status, 403)
  for (const who of [nuria, iris]) assert.equal((await split(who, request, [entry.id])).status, 404)
})

test('a follow-up goes on with what is closed for good, and only with that', async () => {
  const request = await ask(desk)
  const follow = (who: string) =>
    desk.as(who).call(successors.followUp, { params: { id: request.id }, body: {} })
  assert.equal((await follow(jorge)).status, 409)
  const closed = (days: number) =>
    put(desk, request.id, {
      ...inState.RESOLVED,
      closed_at: new Date(Date.now() - days * 86_400_000).toISOString(),
    })
  await closed(3)
  const early = await follow(jorge)
  assert.deepEqual(
    [early.status, early.problem.detail],
    [409, 'This can still be answered or reopened. A follow-up is for what is closed for good.'],
  )
  await closed(20)
  const before = (await desk.as(jorge).call(requests.get, { params: { id: request.id } })).data
  const { data, status } = await follow(jorge)
  assert.equal(status, 201)
  assert.deepEqual(
    [data.summary, data.requesterId, data.status],
    [request.summary, request.requesterId, 'SUBMITTED'],
  )
  assert.deepEqual((await desk.as(jorge).call(requests.get, { params: { id: request.id } })).data, before)
  const old = (await desk.as(ana).call(links.list, { params: { id: request.id } })).data
  assert.deepEqual(
    old.followUps.map(({ referenceNumber }) => referenceNumber),
    [data.referenceNumber],
  )
  const fresh = (await desk.as(ana).call(links.list, { params: { id: data.id } })).data
  assert.equal(fresh.followUpOf?.referenceNumber, request.referenceNumber)
  assert.equal((await follow(ana)).status, 201)
  for (const who of [marta, nuria, iris]) assert.equal((await follow(who)).status, 404, who)
})

test('a transfer gives a number at the other desk, and the old one keeps leading there', async () => {
  const request = await ask(desk)
  await desk.as(ana).call(requests.transition, { params: { id: request.id }, body: { to: 'IN_PROGRESS' } })
  const { data } = await transfer(ana, request, { serviceDeskCode: 'HR', reason: 'This is about leave.' })
  assert.match(data.referenceNumber, /^HR-\d+$/)
  assert.deepEqual([data.formerReferenceNumber, data.deskCode], [request.referenceNumber, 'HR'])
  for (const name of [request.referenceNumber.toLowerCase(), data.referenceNumber]) {
    const found = (await desk.as(jorge).call(requests.get, { params: { id: name } })).data
    assert.deepEqual(
      [found.id, found.deskCode, found.status, found.assignedToId],
      [request.id, 'HR', 'IN_PROGRESS', null],
    )
  }
  assert.equal((await desk.as(nuria).call(requests.get, { params: { id: request.id } })).status, 200)
  assert.equal(
    (await desk.as(ana).call(requests.get, { params: { id: request.referenceNumber } })).status,
    404,
  )
  const next = await ask(desk, { serviceDeskCode: 'HR' }, marta)
  assert.equal(Number(next.referenceNumber.slice(3)), Number(data.referenceNumber.slice(3)) + 1)
})

test('a transfer is refused where it is settled, the same desk, merged into, or would leave its mover', async () => {
  const request = await ask(desk)
  assert.equal(
    (await transfer(ana, request, { serviceDeskCode: 'IT' })).problem.detail,
    'It lies at that desk already.',
  )
  assert.equal((await transfer(ana, request, { serviceDeskCode: 'NOWHERE' })).status, 422)
  await put(desk, request.id, inState.RESOLVED)
  assert.equal((await transfer(ana, request, { serviceDeskCode: 'HR' })).status, 409)
  const sealed = await ask(desk, { isConfidential: true })
  const refused = await transfer(ana, sealed, { serviceDeskCode: 'HR' })
  assert.deepEqual(
    [refused.status, refused.problem.detail],
    [409, 'It is confidential and you would not see it any more. Let somebody of that desk move it.'],
  )
  const open = await ask(desk)
  assert.equal((await transfer(jorge, open, { serviceDeskCode: 'HR' })).status, 403)
  for (const who of [nuria, iris])
    assert.equal((await transfer(who, open, { serviceDeskCode: 'HR' })).status, 404)
})
