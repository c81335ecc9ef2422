import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { progress, requests, sla } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, nuria } from '../testing/people.ts'
import { learnFinishes } from './commands/learn.ts'

const desk = await openDesk()
after(() => desk.close())

const of = (who: string, id: string) => desk.as(who).call(progress.get, { params: { id } })
const move = (who: string, id: string, body: Record<string, unknown>) =>
  desk.as(who).call(requests.transition, { params: { id }, body: body as never })
const learn = async () => {
  const { companyId } = await desk.who(jorge)
  await transact(desk.database.pools.worker, { companyId, personId: null }, (tx) =>
    learnFinishes(tx, clock.now()),
  )
}

test('tells in whose hands a request is, and the seconds add up to its age', async () => {
  const { id } = await ask(desk)
  await move(ana, id, { to: 'IN_PROGRESS' })
  await move(ana, id, { to: 'WAITING', waitReason: 'VENDOR' })
  const { data } = await of(jorge, id)
  assert.deepEqual([data.spans.at(-1)?.party, data.spans.at(-1)?.until], ['SUPPLIER', null])
  assert.equal(
    data.held.reduce((sum, { seconds }) => sum + seconds, 0),
    data.ageSeconds,
  )
})

test('progress and promises count the same seconds of the same moment', async () => {
  const { id } = await ask(desk)
  // The cut-off part of its first second is larger than that of now: plain differences would be one apart.
  await desk.rows(
    jorge,
    `update app.requests set created_at = date_trunc('second', created_at) - interval '0.1 seconds' where id = $1`,
    [id],
  )
  for (const milliseconds of [50, 950]) {
    const second = Math.floor(clock.now().getTime() / 1000) * 1000
    const still = mock.method(clock, 'now', () => new Date(second + milliseconds))
    const { data: progressed } = await of(jorge, id)
    const { data: promised } = await desk.as(jorge).call(sla.get, { params: { id } })
    still.mock.restore()
    assert.equal(progressed.ageSeconds, promised.ageSeconds, `${milliseconds} ms`)
  }
})

test('a request of the demo’s history has been in several hands, and is in nobody’s once closed', async () => {
  const [old] = await desk.rows<{ id: string; closedAt: Date; createdAt: Date }>(
    jorge,
    `select r.id, r.closed_at as "closedAt", r.created_at as "createdAt" from app.requests r
     where r.closed_at is not null and not r.is_confidential and r.deleted_at is null and exists (
       select from app.request_activities a where a.request_id = r.id and a.metadata->>'to' = 'ACTION_REQUIRED')
     order by r.created_at limit 1`,
  )
  assert.ok(old)
  const { data } = await of(elena, old.id)
  assert.ok(data.held.some(({ party }) => party === 'REQUESTER'))
  assert.equal(data.ageSeconds, Math.floor((+old.closedAt - +old.createdAt) / 1000))
  assert.equal(data.spans.at(-1)?.until, old.closedAt.toISOString())
  assert.equal(data.expected, null)
})

test('the company’s own history says when one like it is done; too little history says nothing', async () => {
  const [usual] = await desk.rows<{ id: string; deskId: string }>(
    jorge,
    `select request_type_id as id, service_desk_id as "deskId" from app.requests
     where status = 'RESOLVED' and resolution_code not in ('WITHDRAWN', 'DUPLICATE', 'NO_RESPONSE')
       and resolved_at > now() - interval '300 days'
     group by 1, 2 order by count(*) desc limit 1`,
  )
  assert.ok(usual)
  const request = await ask(desk, { requestTypeId: usual.id, serviceDeskId: usual.deskId, customFields: {} })
  await desk.rows(jorge, 'delete from app.finish_curves where company_id = app.cid()')
  assert.equal((await of(jorge, request.id)).data.expected, null)
  await learn()
  const { expected } = (await of(jorge, request.id)).data
  assert.ok(expected && expected.basis === 'type' && expected.count >= 20)
  assert.ok(Date.parse(expected.likely) >= Date.parse(request.createdAt))
  assert.ok(Date.parse(expected.latest) >= Date.parse(expected.likely))
  await put(desk, request.id, { ...inState.RESOLVED })
  assert.equal((await of(jorge, request.id)).data.expected, null)
})

test('hidden from other desks and other companies, and the confidential from admins', async () => {
  const { id } = await ask(desk)
  assert.equal((await of(nuria, id)).status, 404)
  assert.equal((await of(iris, id)).status, 404)
  const sealed = await ask(desk, { isConfidential: true })
  assert.equal((await of(elena, sealed.id)).status, 404)
  assert.equal((await of(ana, sealed.id)).status, 200)
})
