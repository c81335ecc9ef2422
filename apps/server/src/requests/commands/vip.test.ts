import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Priority, people, requests } from '@deskhand/contract'
import { forgetDeskFacts } from '../../desks/access.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, marta, nuria, sofia } from '../../testing/people.ts'
import { raised } from '../rules.ts'
import { ask } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())
const setVip = async (by: string, isVip: boolean) => {
  const { companyId, personId } = await desk.who(jorge)
  const outcome = await desk.as(by).call(people.update, { params: { id: personId }, body: { isVip } })
  forgetDeskFacts(desk.deskhand.platform, companyId)
  return outcome
}
const linesOf = async (by: string, id: string) =>
  (await desk.as(by).call(requests.activities, { params: { id }, query: {} })).data.data.map(
    ({ message }) => message,
  )

test('each priority but the highest has one above it', () => {
  assert.deepEqual(Priority.options.map(raised), ['MEDIUM', 'HIGH', 'CRITICAL', 'CRITICAL'])
})

describe('who is a VIP', () => {
  before(() => setVip(elena, true))

  test('is set by who manages people, and read by who works on requests', async () => {
    assert.equal((await setVip(sofia, false)).status, 403)
    const { personId } = await desk.who(jorge)
    const seen = async (by: string) =>
      (await desk.as(by).call(people.get, { params: { id: personId } })).data.isVip
    assert.deepEqual([await seen(ana), await seen(marta), await seen(jorge)], [true, false, false])
  })

  test('begins one level higher, and the desk reads why', async () => {
    const request = await ask(desk, { priority: 'MEDIUM' })
    assert.deepEqual([request.priority, request.requesterIsVip], ['HIGH', false])
    const { data } = await desk.as(ana).call(requests.get, { params: { id: request.id } })
    assert.deepEqual([data.priority, data.requesterIsVip], ['HIGH', true])
    const why = 'Raised from medium to high, because the requester is a VIP.'
    assert.ok((await linesOf(ana, request.id)).includes(why))
    assert.ok(!(await linesOf(jorge, request.id)).includes(why))
  })

  test('stays at the highest without a word', async () => {
    const request = await ask(desk, { priority: 'CRITICAL' })
    assert.equal(request.priority, 'CRITICAL')
    assert.ok(!(await linesOf(ana, request.id)).some((line) => line.startsWith('Raised')))
  })

  test('is found by is:vip at the desks one works at, and by nobody else', async () => {
    const { id } = await ask(desk, { summary: 'Found by rank' })
    const found = async (by: string, where: string) =>
      (await desk.as(by).call(requests.list, { query: { where } })).data.data.some((one) => one.id === id)
    assert.equal(await found(ana, 'is:vip'), true)
    assert.equal(await found(ana, '-is:vip'), false)
    assert.equal(await found(jorge, 'is:vip'), false)
    assert.equal(await found(nuria, 'is:vip'), false)
  })

  test('is nothing special once it is taken back', async () => {
    await setVip(elena, false)
    assert.equal((await ask(desk, { priority: 'LOW' })).priority, 'LOW')
  })
})
