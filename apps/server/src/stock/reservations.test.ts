import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { operations, requests, stock } from '@deskhand/contract'
import { makePlace, makeThing } from '../custody/sample.ts'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, nuria } from '../testing/people.ts'
import { addItem } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
/** A request that somebody works on. */
async function inHand() {
  const made = await ask(desk)
  await put(desk, made.id, inState.IN_PROGRESS)
  return made
}

const store = await makePlace(desk, 'Store')

const reserve = (id: string, requestId: string, quantity = 1, who = ana) =>
  desk.as(who).call(stock.reserve, { params: { id }, body: { requestId, locationId: store, quantity } })
const receive = (id: string, quantity: number) =>
  desk.as(ana).call(stock.move, { params: { id }, body: { type: 'RECEIVE', locationId: store, quantity } })
const see = async (id: string) => (await desk.as(ana).call(stock.get, { params: { id } })).data
const request = async (id: string) => (await desk.as(ana).call(requests.get, { params: { id } })).data
const states = async (requestId: string) =>
  (await desk.as(ana).call(stock.ofRequest, { params: { id: requestId } })).data.data.map(
    ({ state }) => state,
  )
const lines = async (id: string) =>
  (await desk.as(ana).call(requests.activities, { params: { id } })).data.data.map(({ message }) => message)

test('a request waits for a part that is not there, and goes on when it is received', async () => {
  const item = await addItem(desk, { kind: 'PART', name: 'RAM 16 GB' })
  const { id } = await inHand()
  const { status, data } = await reserve(item.id, id, 2)
  assert.deepEqual([status, data.reservation.state], [201, 'WAITING'])
  const waiting = await request(id)
  assert.deepEqual([waiting.status, waiting.waitReason], ['WAITING', 'PART'])
  await desk.work()
  await receive(item.id, 1)
  await desk.work()
  assert.deepEqual([(await request(id)).status, await states(id)], ['WAITING', ['WAITING']])
  await receive(item.id, 3)
  await desk.work()
  assert.deepEqual([(await request(id)).status, await states(id)], ['IN_PROGRESS', ['READY']])
  const { inStock, reserved } = await see(item.id)
  assert.deepEqual([inStock, reserved], [2, 2])
  assert.ok((await lines(id)).includes('2 × RAM 16 GB arrived.'))
  const taken = await desk.as(ana).call(stock.issue, {
    params: { id: item.id },
    body: { locationId: store, quantity: 3, assetId: (await makeThing(desk)).id },
  })
  assert.match(taken.problem.detail ?? '', /Only 2 are left at Store.*2 more are reserved there\.$/)
})

test('what was put aside is issued with its reservation, once, and undone to where it was', async () => {
  const item = await addItem(desk, { kind: 'PART' }, { at: { [store]: 3 } })
  const { id } = await inHand()
  const { data } = await reserve(item.id, id, 2)
  assert.deepEqual([data.reservation.state, (await request(id)).status], ['READY', 'IN_PROGRESS'])
  const thing = await makeThing(desk)
  const give = () =>
    desk.as(ana).call(stock.issue, {
      params: { id: item.id },
      body: { reservationId: data.reservation.id, assetId: thing.id },
    })
  const given = await give()
  assert.deepEqual([given.status, given.data.movement.requestId], [201, id])
  assert.deepEqual([await states(id), (await see(item.id)).held], [['ISSUED'], 2])
  assert.equal((await give()).status, 409)
  const { operationId } = given.data
  const undone = await desk.as(ana).call(operations.undo, { params: { operationId }, body: {} })
  assert.equal(undone.status, 200)
  assert.deepEqual([await states(id), (await see(item.id)).reserved], [['READY'], 2])
})

test('undoing a reservation takes the waiting back as well', async () => {
  const item = await addItem(desk, { kind: 'PART' })
  const { id } = await inHand()
  const { data } = await reserve(item.id, id)
  const { operationId } = data
  const undone = await desk.as(ana).call(operations.undo, { params: { operationId }, body: {} })
  assert.equal(undone.status, 200)
  assert.deepEqual([await states(id), (await request(id)).status], [['RELEASED'], 'IN_PROGRESS'])
})

test('whoever waits longest is served first, and nobody overtakes who needs more', async () => {
  const item = await addItem(desk, { kind: 'PART' })
  const [first, second] = [await inHand(), await inHand()]
  await reserve(item.id, first.id, 3)
  await reserve(item.id, second.id, 1)
  await receive(item.id, 2)
  await desk.work()
  assert.deepEqual([await states(first.id), await states(second.id)], [['WAITING'], ['WAITING']])
  await receive(item.id, 1)
  await desk.work()
  assert.deepEqual([await states(first.id), await states(second.id)], [['READY'], ['WAITING']])
  const [reservation] = (await see(item.id)).reservations
  const params = { id: reservation?.id ?? '' }
  assert.equal((await desk.as(ana).call(stock.release, { params })).data.state, 'RELEASED')
  await desk.work()
  assert.deepEqual([await states(second.id), (await see(item.id)).inStock], [['READY'], 2])
  assert.equal((await desk.as(ana).call(stock.release, { params })).status, 409)
})

test('what a request did not need is free again when it is over', async () => {
  const item = await addItem(desk, { kind: 'PART' }, { at: { [store]: 1 } })
  const { id } = await inHand()
  await reserve(item.id, id)
  await desk.as(ana).call(requests.transition, {
    params: { id },
    body: { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'It was the cable.' },
  })
  await desk.work()
  assert.deepEqual([await states(id), (await see(item.id)).inStock], [['RELEASED'], 1])
  assert.equal((await reserve(item.id, id)).status, 409)
})

test('only whoever works on the request reserves for it; the state says whether it can wait', async () => {
  const item = await addItem(desk, { kind: 'PART' })
  const { id } = await ask(desk)
  assert.equal((await reserve(item.id, id, 1, jorge)).status, 403)
  const hidden = await reserve(item.id, id, 1, nuria)
  assert.deepEqual([hidden.status, hidden.problem.errors?.[0]?.pointer], [422, '/requestId'])
  const early = await reserve(item.id, id)
  assert.deepEqual([early.status, early.problem.code], [409, 'state'])
  assert.deepEqual((await see(item.id)).reservations, [])
})
