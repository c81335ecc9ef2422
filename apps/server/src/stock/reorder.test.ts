import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { departments, requisitions, stock } from '@deskhand/contract'
import { makePlace } from '../custody/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, nuria, sofia } from '../testing/people.ts'
import { addItem } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
// What the demo world has too little of is ordered first, so that each test sees its own alone.
await desk.as(sofia).call(stock.reorder, { body: {} })

const low = async (more: object = {}) => {
  const place = await makePlace(desk, 'Store')
  return addItem(desk, {
    kind: 'CONSUMABLE',
    unitCost: { amount: '1250', currency: 'EUR' },
    thresholds: [{ locationId: place, reorderPoint: 4, maximum: 10 }],
    ...more,
  })
}
const reorder = async (by = ana, body = {}) => desk.as(by).call(stock.reorder, { body })
const ofItem = (data: { lines: { itemId: string }[]; leftOut: { itemId: string }[] }, id: string) => [
  data.lines.filter(({ itemId }) => itemId === id).length,
  data.leftOut.filter(({ itemId }) => itemId === id).length,
]

test('what is low becomes one requisition with a line for each place; asking again asks for nothing', async () => {
  const [one, other] = [await low(), await low()]
  const planned = await reorder(ana, { preview: true })
  assert.deepEqual([planned.data.request, ...ofItem(planned.data, one.id)], [null, 1, 0])
  const { status, data } = await reorder()
  assert.equal(status, 200)
  assert.ok(data.request)
  assert.deepEqual(
    [ofItem(data, one.id), ofItem(data, other.id)],
    [
      [1, 0],
      [1, 0],
    ],
  )
  const { id } = data.request
  const asked = await desk.as(ana).call(departments.purchaseRequisitions.get, { params: { id } })
  const line = asked.data.lineItems?.find(({ description }) => description.startsWith(one.name))
  assert.deepEqual([line?.quantity, line?.unitPrice.amount], [10, '1250'])
  const again = await reorder()
  assert.equal(again.data.request, null)
  assert.deepEqual(ofItem(again.data, one.id), [0, 1])
  const short = (await desk.as(ana).call(stock.belowMinimum)).data.data.find(
    ({ itemId }) => itemId === one.id,
  )
  assert.equal(short?.ordered, 10)
})

test('two at once ask once', async () => {
  const { id } = await low()
  const tries = await Promise.all([reorder(), reorder(sofia), reorder()])
  assert.equal(tries.filter(({ data }) => ofItem(data, id)[0] === 1).length, 1)
})

test('what has no price is left out and says so; what another desk keeps is not asked for by this one', async () => {
  const priceless = await low({ unitCost: null })
  const { data } = await reorder()
  assert.equal(data.leftOut.find(({ itemId }) => itemId === priceless.id)?.because, 'NO_COST')
  const [row] = await desk.rows<{ id: string }>(ana, `select id from app.desks where code = 'IT'`)
  const theirs = await low({ deskId: row?.id })
  const hers = await reorder(nuria, { preview: true })
  assert.deepEqual(ofItem(hers.data, theirs.id), [0, 0])
  assert.deepEqual(ofItem((await reorder(iris, { preview: true })).data, theirs.id), [0, 0])
  assert.equal((await reorder(jorge)).status, 403)
})

test('when its request is over, what is still low can be ordered again', async () => {
  const { id } = await low()
  const { data } = await reorder()
  const requestId = data.request?.id ?? ''
  const back = { params: { id: requestId }, body: { to: 'CANCELLED' as const, reason: 'Found a box' } }
  assert.equal((await desk.as(ana).call(requisitions.transition, back)).status, 200)
  await desk.work()
  assert.deepEqual(ofItem((await reorder()).data, id), [1, 0])
})
