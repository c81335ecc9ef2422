import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assetReports, assets, custody, livingStates, people } from '@deskhand/contract'
import { addAsset, ownKinds } from '../assets/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, olga } from '../testing/people.ts'

const desk = await openDesk()
after(desk.close)

const overview = async (who = ana) => (await desk.as(who).call(assetReports.overview, {})).data
const status = livingStates.join(',')
/** How many the list has, page after page. */
async function listed(query: object) {
  let [count, cursor] = [0, null as string | null]
  do {
    const { data } = await desk
      .as(ana)
      .call(assets.list, { query: { status, limit: 100, ...query, ...(cursor && { cursor }) } })
    count += data.data.length
    cursor = data.page.next
  } while (cursor)
  return count
}
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('each number is the length of the list that it leads to', async () => {
  const { modelId, roomId, categoryId } = await ownKinds(desk)
  const cost = { amount: '120000', currency: 'EUR' }
  const one = await addAsset(desk, {
    modelId,
    purchaseDate: dayIn(-800),
    purchaseCost: cost,
    locationId: roomId,
  })
  await addAsset(desk, { modelId, purchaseDate: dayIn(-20), warrantyEndsOn: dayIn(40), locationId: roomId })
  await addAsset(desk, { modelId, purchaseCost: cost, warrantyEndsOn: dayIn(-3) })
  const person = (await desk.as(ana).call(people.list, { query: { q: 'jorge' } })).data.data[0]
  assert.ok(person)
  await desk.as(ana).call(custody.checkOut, { params: { id: one.id }, body: { personId: person.id } })

  const seen = await overview()
  assert.equal(seen.total, await listed({}))
  for (const { from, before, count } of seen.byAge)
    assert.equal(
      await listed({ ...(from && { purchasedFrom: from }), ...(before && { purchasedBefore: before }) }),
      count,
    )
  for (const { from, before, count } of seen.warranties)
    assert.equal(
      await listed({
        ...(from && { warrantyEndsFrom: from }),
        ...(before && { warrantyEndsBefore: before }),
      }),
      count,
    )
  for (const { modelId, count, availableCount } of seen.byModel) {
    assert.equal(await listed({ modelId }), count)
    assert.equal(await listed({ modelId, status: 'IN_STOCK', subStatus: 'AVAILABLE' }), availableCount)
  }
  for (const { locationId, count } of seen.byPlace) assert.equal(await listed({ locationId }), count)
  for (const { department, count } of seen.byDepartment) assert.equal(await listed({ department }), count)
  for (const { categoryId, cost, count } of seen.costs)
    assert.equal(await listed({ categoryId, paidIn: cost.currency }), count)
  const paid = seen.costs.find((row) => row.categoryId === categoryId)
  assert.deepEqual([paid?.cost, paid?.count], [{ amount: '240000', currency: 'EUR' }, 2])
  for (const { days, count } of seen.notSeen) assert.equal(await listed({ notSeenDays: String(days) }), count)
})

test('what is of another company is not counted, and who works at no desk is refused', async () => {
  assert.equal((await desk.as(jorge).call(assetReports.overview, {})).status, 403)
  const before = (await overview(olga)).total
  const { modelId } = await ownKinds(desk)
  await addAsset(desk, { modelId })
  assert.equal((await overview(olga)).total, before)
})
