import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  assetRelations,
  assetTimeline,
  custody,
  equipment,
  licences,
  operations,
  requestAssets,
  requests,
  stock,
} from '@deskhand/contract'
import { addAsset, ownKinds } from '../assets/sample.ts'
import { makePlace } from '../custody/sample.ts'
import { addLicence } from '../licences/sample.ts'
import { ask } from '../requests/sample.ts'
import { addItem } from '../stock/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, marta, nuria } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
const kinds = await ownKinds(desk)

const line = async (id: string, query = {}, who = ana) =>
  (await desk.as(who).call(assetTimeline.list, { params: { id }, query })).data

/** A thing that was bought, handed out, broke, and runs on another. */
async function lived() {
  const bought = { purchaseDate: '2026-01-05', purchaseCost: { amount: '129900', currency: 'EUR' } }
  const [thing, other] = await Promise.all([
    addAsset(desk, { categoryId: kinds.categoryId, name: 'ThinkPad', ...bought }),
    addAsset(desk, { categoryId: kinds.categoryId }),
  ])
  const params = { id: thing.id }
  const { personId } = await desk.who(marta)
  await desk.as(ana).call(custody.checkOut, { params, body: { personId } })
  await desk.as(marta).call(equipment.reportFault, { params, body: { summary: 'The hinge is broken' } })
  await desk.as(ana).call(assetRelations.add, { params, body: { type: 'RUNS_ON', assetId: other.id } })
  return thing
}

test('all that is known of a thing stands in one line, newest first, with who, what and when', async () => {
  const { id } = await lived()
  const { data } = await line(id)
  assert.deepEqual(data.map(({ kind }) => kind).sort(), [
    'CHANGE',
    'CHANGE',
    'COST',
    'CUSTODY',
    'RELATION',
    'REQUEST',
  ])
  assert.equal(data[0]?.kind, 'RELATION')
  assert.equal(data.at(-1)?.kind, 'COST')
  const moments = data.map(({ at }) => Date.parse(at))
  assert.deepEqual(
    moments,
    moments.toSorted((one, two) => two - one),
  )
  const out = data.find(({ event }) => event?.name === 'asset.checked_out')?.event
  assert.equal(out?.actor.name, 'Ana Ruiz')
  assert.ok(out?.changes['personId']?.[1])
  assert.equal(data.find(({ request }) => request)?.request?.summary, 'The hinge is broken')
  assert.deepEqual(data.find(({ cost }) => cost)?.cost?.amount, { amount: '129900', currency: 'EUR' })
})

test('pages follow each other without a gap, and kinds narrow it', async () => {
  const { id } = await lived()
  const whole = (await line(id)).data.map((one) => one.id)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { data, page } = await line(id, { limit: 2, ...(cursor && { cursor }) })
    seen.push(...data.map((one) => one.id))
    cursor = page.next ?? undefined
  } while (cursor)
  assert.deepEqual(seen, whole)
  const some = (await line(id, { kind: 'REQUEST,COST' })).data
  assert.deepEqual(some.map(({ kind }) => kind).sort(), ['COST', 'REQUEST'])
})

test('seats of licences and parts from stock stand in it, each with who gave or took them', async () => {
  const { id } = await lived()
  const licence = await addLicence(desk, { kind: 'PER_DEVICE' })
  const given = await desk
    .as(ana)
    .call(licences.assign, { params: { id: licence.id }, body: { assetId: id } })
  await desk.as(ana).call(licences.free, { params: { id: licence.id, seatId: given.data.id } })
  const store = await makePlace(desk)
  const memory = await addItem(desk, { kind: 'PART' }, { at: { [store]: 4 } })
  const params = { id: memory.id }
  const move = (type: 'ISSUE' | 'RETURN', quantity: number) =>
    desk.as(ana).call(stock.move, { params, body: { type, locationId: store, quantity, assetId: id } })
  await move('ISSUE', 2)
  const mistake = await move('ISSUE', 1)
  await desk.as(ana).call(operations.undo, { params: { operationId: mistake.data.operationId }, body: {} })
  await move('RETURN', 1)
  const { data } = await line(id, { kind: 'LICENCE,PART' })
  const by = { byName: 'Ana Ruiz' }
  assert.deepEqual(
    data.map((entry) => entry.part ?? entry.licence),
    [
      { itemId: memory.id, name: memory.name, quantity: 1, isOut: true, ...by },
      { itemId: memory.id, name: memory.name, quantity: 2, isOut: false, ...by },
      { id: licence.id, name: licence.name, freedBecause: 'FREED', ...by },
      { id: licence.id, name: licence.name, freedBecause: null, ...by },
    ],
  )
})

test('a confidential request is never in it, also not for who may read it', async () => {
  const { id } = await lived()
  const secret = await ask(desk, { serviceDeskCode: 'HR', isConfidential: true }, marta)
  await desk.as(nuria).call(requestAssets.link, { params: { id: secret.id }, body: { assetId: id } })
  assert.equal((await desk.as(nuria).call(requests.get, { params: { id: secret.id } })).status, 200)
  for (const who of [ana, nuria]) {
    const text = JSON.stringify(await line(id, {}, who))
    assert.ok(!text.includes(secret.id) && !text.includes(secret.referenceNumber))
  }
})

test('it is for whoever works at a desk, and for no other company', async () => {
  const { id } = await lived()
  const status = async (who: string) =>
    (await desk.as(who).call(assetTimeline.list, { params: { id } })).status
  assert.deepEqual(await Promise.all([marta, iris].map(status)), [403, 404])
})
