import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assets, custody } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { ana, iris, jorge, sofia } from '../../testing/people.ts'
import { addAsset, ownKinds } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const straight = { method: 'STRAIGHT_LINE', months: 48, residualPercent: 0 }
const EUR = (amount: string) => ({ amount, currency: 'EUR' })
const worth = async (id: string, on?: string, by = ana) =>
  desk.as(by).call(assets.depreciation, { params: { id }, query: on ? { on } : {} })

test('the book value on a day, by the rule of its category, and by its model’s where that has one', async () => {
  const { modelId } = await ownKinds(desk, { depreciation: straight })
  const { id } = await addAsset(desk, { modelId, purchaseDate: '2024-01-31', purchaseCost: EUR('129900') })
  const { data } = await worth(id, '2025-01-31')
  assert.deepEqual(
    [data.ruleOf, data.bookValue, data.depreciated, data.endsOn, data.schedule.length],
    ['category', EUR('97425'), EUR('32475'), '2028-01-31', 5],
  )
  assert.deepEqual(data.schedule.at(-1), { on: '2028-01-31', bookValue: EUR('0') })
  assert.equal((await worth(id, '2024-01-30')).data.bookValue, null)
  assert.ok((await worth(id)).data.bookValue)
  const rule = { method: 'DECLINING', yearlyPercent: 30, residualPercent: 0 }
  await desk.rows(ana, 'update app.asset_models set depreciation = $1 where id = $2', [
    JSON.stringify(rule),
    modelId,
  ])
  const other = (await worth(id, '2025-01-31')).data
  assert.deepEqual([other.ruleOf, other.bookValue], ['model', EUR('90930')])
})

test('nothing is left of what is retired, and nothing is said where nobody knows what it cost', async () => {
  const { modelId } = await ownKinds(desk, { depreciation: straight })
  const bare = await addAsset(desk, { modelId })
  const unknown = (await worth(bare.id)).data
  assert.deepEqual([unknown.rule?.method, unknown.bookValue, unknown.schedule], ['STRAIGHT_LINE', null, []])
  const { id } = await addAsset(desk, { modelId, purchaseDate: '2024-01-31', purchaseCost: EUR('129900') })
  const body = { to: 'RETIRED', subStatus: 'SOLD' } as const
  await desk.as(sofia).call(assets.transition, { params: { id }, body })
  const { data } = await worth(id)
  assert.deepEqual([data.bookValue, data.depreciated], [EUR('0'), EUR('129900')])
  assert.ok(data.retiredOn)
  assert.equal((await worth(id, '2025-01-31')).data.bookValue?.amount, '97425')
})

test('what it has cost, with its parts, one sum for each currency; not for employees or other companies', async () => {
  const { categoryId } = await ownKinds(desk)
  const whole = await addAsset(desk, { categoryId, purchaseCost: EUR('100000') })
  const params = { id: whole.id }
  for (const cost of [EUR('5000'), { amount: '700', currency: 'USD' }]) {
    const part = await addAsset(desk, { categoryId, purchaseCost: cost })
    await desk.as(ana).call(custody.checkOut, { params: { id: part.id }, body: { assetId: whole.id } })
  }
  const { data } = await desk.as(ana).call(assets.costs, { params })
  assert.deepEqual(
    data.data.map(({ kind }) => kind),
    ['PURCHASE', 'PART', 'PART'],
  )
  assert.deepEqual(data.totals, [EUR('105000'), { amount: '700', currency: 'USD' }])
  assert.deepEqual(
    [
      (await desk.as(jorge).call(assets.costs, { params })).status,
      (await desk.as(iris).call(assets.costs, { params })).status,
      (await worth(whole.id, undefined, jorge)).status,
      (await worth(whole.id, undefined, iris)).status,
    ],
    [403, 404, 403, 404],
  )
})
