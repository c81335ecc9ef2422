import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  assets,
  type BodyIn,
  custody,
  departments,
  hardware,
  links,
  operations,
  requestAssets,
  requests,
} from '@deskhand/contract'
import { decide, roundOf } from '../approvals/sample.ts'
import { addAsset, ownKinds } from '../assets/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, omar, pablo, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
const { categoryId, modelId, roomId: locationId } = await ownKinds(desk)
const inStock = () => addAsset(desk, { categoryId, modelId, locationId })

const { hardwareRequests, purchaseRequisitions } = departments
const euro = (amount: number) => ({ amount: String(amount), currency: 'EUR' })

const ask = async (price: number | null = 214_000) => {
  const { data } = await desk.as(jorge).call(hardwareRequests.create, {
    body: {
      hardwareName: 'Laptop for drawings',
      hardwareModel: 'ThinkPad P16',
      ...(price !== null && { estimatedPrice: euro(price) }),
      preferredVendor: 'Ibertec',
      businessJustification: 'The old one stops every hour.',
    },
  })
  await desk.work()
  return data.id
}
const agree = async (id: string) => {
  const round = await roundOf(desk, id)
  await decide(desk, marta, round.id, { decision: 'APPROVED' })
  await decide(desk, sofia, round.id, { decision: 'APPROVED' })
  return id
}
const buy = (who: string, id: string, body: BodyIn<typeof hardware.requisition> = {}) =>
  desk.as(who).call(hardware.requisition, { params: { id }, body })
const take = (who: string, id: string, assetId: string) =>
  desk.as(who).call(hardware.fromStock, { params: { id }, body: { assetId } })
const request = async (id: string) => (await desk.as(ana).call(requests.get, { params: { id } })).data
const thing = async (id: string) => (await desk.as(ana).call(assets.get, { params: { id } })).data

test('agreed hardware becomes a purchase of its own, and the request waits for it', async () => {
  const id = await ask()
  const early = await buy(ana, id)
  assert.deepEqual(
    [early.status, early.problem.detail],
    [409, 'A not yet approved request cannot be ordered.'],
  )
  await agree(id)
  const { status, data, headers } = await buy(ana, id, { quantity: 2, costCenter: '4100' })
  assert.equal(status, 201)
  assert.match(String(headers['location']), /\/finance\/purchase-requisitions\//)
  assert.deepEqual(
    [data.summary, data.justification, data.preferredVendor, data.costCenter, data.totalAmount],
    ['Laptop for drawings', 'The old one stops every hour.', 'Ibertec', '4100', euro(428_000)],
  )
  assert.deepEqual(
    data.lineItems?.map(({ description }) => description),
    ['Laptop for drawings, ThinkPad P16'],
  )
  assert.equal(data.requesterId, (await desk.who(ana)).personId)
  const waiting = await request(id)
  assert.deepEqual([waiting.status, waiting.waitFor], ['WAITING', data.referenceNumber])
  const { data: linked } = await desk.as(ana).call(links.list, { params: { id } })
  assert.deepEqual(
    linked.data.map((link) => [link.type, link.request.referenceNumber]),
    [['child', data.referenceNumber]],
  )
  const again = await buy(ana, id)
  assert.deepEqual([again.status, again.problem.detail], [409, `${data.referenceNumber} buys it already.`])
  await desk.as(ana).call(requests.withdraw, { params: { id: data.id }, body: {} })
  await desk.work()
  assert.equal((await request(id)).status, 'IN_PROGRESS', 'over, so it goes on')
  assert.equal((await buy(ana, id)).status, 201, 'and can be tried again')
})

test('what has no price is asked for one, and one may say another', async () => {
  const id = await ask(null)
  const round = await roundOf(desk, id).catch(() => null)
  if (round) await agree(id)
  const { status, problem } = await buy(ana, id)
  assert.deepEqual([status, problem.errors?.map(({ pointer }) => pointer)], [422, ['/unitPrice']])
  const { data } = await buy(ana, id, { unitPrice: euro(9_900), summary: 'One screen' })
  assert.deepEqual([data.summary, data.totalAmount], ['One screen', euro(9_900)])
})

test('a thing from stock lies ready for whoever asked, and goes out to them alone', async () => {
  const id = await agree(await ask())
  const laptop = await inStock()
  const { status, data } = await take(ana, id, laptop.id)
  assert.deepEqual([status, data.status, data.procurementStatus], [200, 'IN_PROGRESS', 'PENDING'])
  const personId = (await desk.who(jorge)).personId
  const kept = await thing(laptop.id)
  assert.deepEqual([kept.status, kept.subStatus, kept.personId], ['IN_STOCK', 'RESERVED', personId])
  const { data: linked } = await desk.as(ana).call(requestAssets.list, { params: { id } })
  assert.deepEqual(
    linked.data.map((one) => one.id),
    [laptop.id],
  )
  const { data: lines } = await desk.as(jorge).call(requests.activities, { params: { id } })
  assert.ok(lines.data.some(({ message }) => /Ana Ruiz has set a thing aside from stock/.test(message)))
  assert.ok(!lines.data.some(({ message }) => message.includes(laptop.assetTag)), 'its tag is for the desk')
  const other = await agree(await ask())
  const taken = await take(ana, other, laptop.id)
  assert.deepEqual(
    [taken.status, taken.problem.detail],
    [409, `${laptop.assetTag} is not free in stock. Choose another.`],
  )
  const out = (who: string) =>
    desk.as(ana).call(custody.checkOut, { params: { id: laptop.id }, body: { personId: who } })
  assert.equal((await out((await desk.who(luis)).personId)).status, 409)
  assert.equal((await out(personId)).status, 200)
})

test('taken back by undo, it is free again', async () => {
  const id = await agree(await ask())
  const laptop = await inStock()
  await take(ana, id, laptop.id)
  const [operation] = (await desk.as(ana).call(operations.undoable)).data.data
  const undone = await desk
    .as(ana)
    .call(operations.undo, { params: { operationId: operation?.id ?? '' }, body: {} })
  assert.equal(undone.status, 200)
  const free = await thing(laptop.id)
  assert.deepEqual([free.subStatus, free.personId], ['AVAILABLE', null])
})

test('by the desk of the request alone, and only while it is open', async () => {
  const id = await agree(await ask())
  const laptop = await inStock()
  for (const who of [jorge, marta]) {
    assert.equal((await buy(who, id)).status, 403, who)
    assert.equal((await take(who, id, laptop.id)).status, 403, who)
  }
  for (const who of [nuria, pablo, omar, iris, elena]) {
    const status = who === elena ? [201, 403] : [403, 404]
    assert.ok(status.includes((await buy(who, id)).status), who)
  }
  const { data } = await desk.as(jorge).call(purchaseRequisitions.create, {
    body: {
      summary: 'Racks',
      justification: 'They carry more.',
      lineItems: [{ description: 'Rack', quantity: 1, unitPrice: euro(100) }],
    },
  })
  assert.equal((await buy(pablo, data.id)).status, 404, 'no hardware')
  const gone = await ask()
  await desk.as(jorge).call(requests.withdraw, { params: { id: gone }, body: {} })
  assert.equal((await buy(ana, gone)).status, 409)
  assert.equal((await take(ana, gone, laptop.id)).status, 409)
})
