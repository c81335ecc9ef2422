import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assets, type BodyIn, custody } from '@deskhand/contract'
import { makePlace, makeThing } from '../../custody/sample.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, marta, nuria, sofia } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Body = BodyIn<typeof assets.transition>
const move = (by: string, id: string, body: Body) =>
  desk.as(by).call(assets.transition, { params: { id }, body })
const ways = async (by: string, id: string) =>
  (await desk.as(by).call(assets.transitions, { params: { id } })).data.data
const giveTo = async (id: string, who: string) => {
  const { personId } = await desk.who(who)
  await desk.as(ana).call(custody.checkOut, { params: { id }, body: { personId } })
  return personId
}

describe('moving a thing in its life', () => {
  test('to the workshop and back to whoever had it, each a line of its stream', async () => {
    const { id } = await makeThing(desk)
    const personId = await giveTo(id, jorge)
    const sent = await move(ana, id, { to: 'IN_MAINTENANCE', subStatus: 'VENDOR_RMA', reason: 'The hinge' })
    assert.deepEqual(
      [sent.status, sent.data.status, sent.data.subStatus, sent.data.personId, sent.data.version],
      [200, 'IN_MAINTENANCE', 'VENDOR_RMA', personId, 3],
    )
    const back = await move(ana, id, { to: 'DEPLOYED' })
    assert.deepEqual(
      [back.data.status, back.data.subStatus, back.data.personId],
      ['DEPLOYED', 'NORMAL', personId],
    )
    const { data } = await desk.as(ana).call(assets.events, { params: { id }, query: {} })
    const [last, before] = data.data
    assert.deepEqual(
      [last?.name, last?.changes['status'], last?.version, before?.details['details']],
      ['asset.moved', ['IN_MAINTENANCE', 'DEPLOYED'], 4, { reason: 'The hinge' }],
    )
  })

  test('what is put into stock belongs to nobody any more, and lies where it is said', async () => {
    const store = await makePlace(desk)
    const { id } = await makeThing(desk)
    await giveTo(id, jorge)
    await move(ana, id, { to: 'IN_MAINTENANCE' })
    const { data } = await move(ana, id, { to: 'IN_STOCK', locationId: store, condition: 'BROKEN' })
    assert.deepEqual(
      [data.status, data.subStatus, data.personId, data.locationId, data.condition],
      ['IN_STOCK', 'TO_INSPECT', null, store, 'BROKEN'],
    )
    const ready = await move(ana, id, { to: 'IN_STOCK', subStatus: 'AVAILABLE' })
    assert.equal(ready.data.subStatus, 'AVAILABLE')
    assert.equal((await move(ana, id, { to: 'IN_STOCK', subStatus: 'AVAILABLE' })).status, 409)
    assert.equal((await move(ana, id, { to: 'IN_STOCK' })).status, 409)
  })

  test('retired by whoever leads, wiped where it bears data, with nothing left in it', async () => {
    const { id, assetTag } = await makeThing(desk, { bearsData: true })
    const part = await makeThing(desk)
    await desk.as(ana).call(custody.checkOut, { params: { id: part.id }, body: { assetId: id } })
    const sold: Body = { to: 'RETIRED', subStatus: 'SOLD', wipeProof: 'NIST 800-88, certificate 12' }
    assert.equal((await move(ana, id, sold)).status, 403)
    const full = await move(sofia, id, sold)
    assert.deepEqual(
      [full.status, full.problem.detail],
      [409, `One thing is part of ${assetTag}. Take it out first.`],
    )
    await desk.as(ana).call(custody.checkIn, { params: { id: part.id }, body: { condition: 'GOOD' } })
    const unwiped = await move(sofia, id, { to: 'RETIRED', subStatus: 'SOLD' })
    assert.deepEqual([unwiped.status, unwiped.problem.errors?.[0]?.pointer], [422, '/wipeProof'])
    const { data } = await move(sofia, id, sold)
    assert.deepEqual([data.status, data.subStatus], ['RETIRED', 'SOLD'])
    assert.equal((await move(sofia, id, { to: 'IN_STOCK', reason: 'Not sold' })).status, 403)
    assert.equal((await move(elena, id, { to: 'IN_STOCK' })).problem.errors?.[0]?.pointer, '/reason')
    assert.equal((await move(elena, id, { to: 'IN_STOCK', reason: 'Not sold' })).data.status, 'IN_STOCK')
  })

  test('stolen asks for the number of the police; replaced, for what replaced it', async () => {
    const { id } = await makeThing(desk)
    const other = await makeThing(desk)
    const stolen: Body = { to: 'MISSING', subStatus: 'STOLEN', report: 'From the van' }
    assert.deepEqual(
      (await move(ana, id, stolen)).problem.errors?.map(({ pointer }) => pointer),
      ['/reportNumber'],
    )
    assert.equal((await move(ana, id, { ...stolen, reportNumber: 'M-77' })).data.subStatus, 'STOLEN')
    assert.equal((await move(ana, id, { to: 'IN_STOCK' })).data.status, 'IN_STOCK')
    const replaced: Body = { to: 'RETIRED', subStatus: 'RMA_REPLACED' }
    assert.equal((await move(sofia, id, replaced)).problem.errors?.[0]?.pointer, '/successorId')
    assert.equal((await move(sofia, id, { ...replaced, successorId: id })).status, 422)
    const { data } = await move(sofia, id, { ...replaced, successorId: other.id })
    assert.deepEqual([data.successorId, data.successorTag], [other.id, other.assetTag])
  })

  test('a forbidden move names those that are there, and changes nothing', async () => {
    const { id, assetTag } = await makeThing(desk, { status: 'ORDERED', subStatus: null })
    const { status, problem } = await move(ana, id, { to: 'IN_TRANSIT' })
    assert.deepEqual([status, problem.allowed], [409, ['IN_STOCK', 'VOID']])
    assert.equal(problem.detail, 'An ordered thing cannot be sent.')
    const out = await move(ana, (await makeThing(desk)).id, { to: 'DEPLOYED' })
    assert.equal(out.status, 409)
    assert.equal((await move(ana, id, { to: 'IN_STOCK', subStatus: 'STOLEN' })).status, 422)
    const { data } = await desk.as(ana).call(assets.get, { params: { id: assetTag }, query: {} })
    assert.deepEqual([data.status, data.version], ['ORDERED', 1])
  })

  test('offers each what they may do now, and the holder only that it is gone', async () => {
    const { id } = await makeThing(desk)
    assert.deepEqual(
      (await ways(ana, id)).map(({ to }) => to),
      ['IN_STOCK', 'IN_TRANSIT', 'IN_MAINTENANCE', 'MISSING'],
    )
    const retire = (await ways(sofia, id)).find(({ to }) => to === 'RETIRED')
    assert.deepEqual([retire?.requires, retire?.word], [['subStatus'], 'retired'])
    await giveTo(id, jorge)
    assert.deepEqual(
      (await ways(jorge, id)).map(({ to, requires }) => [to, requires]),
      [['MISSING', ['report']]],
    )
    assert.deepEqual(await ways(nuria, (await makeThing(desk, { deskCode: 'IT' })).id), [])
  })

  test('is not for whoever only has it, not for other desks, and hidden from others and other companies', async () => {
    const { id } = await makeThing(desk, { deskCode: 'IT' })
    await giveTo(id, jorge)
    const tries = [jorge, nuria, marta, iris].map((by) => move(by, id, { to: 'IN_MAINTENANCE' }))
    assert.deepEqual(
      (await Promise.all(tries)).map(({ status }) => status),
      [403, 403, 404, 404],
    )
    const lost = await move(jorge, id, { to: 'MISSING', subStatus: 'LOST', report: 'On the train' })
    assert.equal(lost.data.status, 'MISSING')
  })

  test('of two at once one wins, and who looked at an older version changes nothing', async () => {
    const { id } = await makeThing(desk)
    const both = await Promise.all([1, 2].map(() => move(ana, id, { to: 'IN_TRANSIT' })))
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
    const stale = await desk.as(ana).call(assets.transition, {
      params: { id },
      body: { to: 'IN_STOCK' },
      headers: { 'if-match': '"1"' },
    })
    assert.equal(stale.status, 412)
  })
})
