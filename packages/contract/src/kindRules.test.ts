import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Answers } from './formShapes.ts'
import { kindFaults, lineTotal } from './kindRules.ts'
import { Money } from './money.ts'

const euro = (amount: number | string) => ({ amount: String(amount), currency: 'EUR' })
const line = (amount: number, quantity?: number) => ({
  description: 'x',
  amount: euro(amount),
  ...(quantity === undefined ? {} : { quantity }),
})

const cases: [string, string, Answers, string[]][] = [
  ['one day', 'LEAVE', { startDate: '2026-12-01', endDate: '2026-12-01' }, []],
  ['the end before the start', 'LEAVE', { startDate: '2026-12-02', endDate: '2026-12-01' }, ['endDate']],
  ['three years', 'LEAVE', { startDate: '2026-01-01', endDate: '2028-12-31' }, []],
  ['until the end of time', 'LEAVE', { startDate: '2026-01-01', endDate: '9999-12-31' }, ['endDate']],
  ['without days', 'LEAVE', {}, []],
  ['lines of its currency', 'EXPENSE', { currency: 'EUR', lineItems: [line(1), line(2, 3)] }, []],
  ['a line of another', 'EXPENSE', { currency: 'USD', lineItems: [line(1)] }, ['lineItems.0.amount']],
  ['nothing', 'EXPENSE', { currency: 'EUR', lineItems: [line(0)] }, ['lineItems.0.amount']],
  [
    'less than nothing',
    'EXPENSE',
    { currency: 'EUR', lineItems: [line(1), line(-5)] },
    ['lineItems.1.amount'],
  ],
  ['none of it', 'EXPENSE', { currency: 'EUR', lineItems: [line(1, 0)] }, ['lineItems.0.quantity']],
  [
    'one receipt twice',
    'EXPENSE',
    {
      currency: 'EUR',
      lineItems: [
        { ...line(1), receipt: ['a'] },
        { ...line(2), receipt: ['A'] },
      ],
    },
    ['lineItems.1.receipt'],
  ],
  [
    'bought for nothing',
    'REQUISITION',
    { lineItems: [{ unitPrice: euro(0), quantity: 2 }] },
    ['lineItems.0.unitPrice'],
  ],
  ['another kind', 'HARDWARE', { lineItems: [line(-1)], startDate: '2026-12-02', endDate: '2026-12-01' }, []],
]
describe('what Deskhand knows of a kind beyond its form', () => {
  for (const [name, kind, answers, faults] of cases) {
    test(`${kind}: ${name}`, () => {
      assert.deepEqual(
        kindFaults(kind, answers).map(({ path }) => path.join('.')),
        faults,
      )
    })
  }
})

test('a total is the sum of amount times quantity, and of one currency', () => {
  assert.deepEqual(lineTotal([line(6480, 2), line(1850, 1), line(5)], 'amount'), euro(14_815))
  assert.equal(lineTotal([line(1), { amount: { amount: '1', currency: 'USD' } }], 'amount'), null)
  assert.equal(lineTotal([], 'amount'), null)
  const item = fc.record({
    amount: fc.integer({ min: 1, max: 10 ** 9 }),
    quantity: fc.integer({ min: 1, max: 9999 }),
  })
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 100 }), (items) => {
      const sum = items.reduce((all, { amount, quantity }) => all + BigInt(amount) * BigInt(quantity), 0n)
      assert.deepEqual(
        lineTotal(
          items.map(({ amount, quantity }) => line(amount, quantity)),
          'amount',
        ),
        euro(String(sum)),
      )
    }),
  )
})

test('whatever stands in lines before anybody has looked at it, a total is money or there is none', () => {
  const huge = [1e305, Number.MAX_VALUE, -1e305, Number.NaN, Number.POSITIVE_INFINITY]
  for (const quantity of huge) assert.equal(lineTotal([line(100, quantity)], 'amount'), null)
  assert.deepEqual(lineTotal([line(100, 1e305), line(5, 2)], 'amount'), euro(10))
  // Each of them is an amount and a quantity; what they make together is more than money holds.
  assert.equal(lineTotal([line(999_999_999_999_999, Number.MAX_SAFE_INTEGER)], 'amount'), null)
  const cell = fc.oneof(
    fc.double(),
    fc.string(),
    fc.constant(null),
    fc.record({ amount: fc.string(), currency: fc.constant('EUR') }),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ amount: cell, quantity: cell }), { maxLength: 5 }), (rows) => {
      const total = lineTotal(rows, 'amount')
      assert.ok(total === null || Money.safeParse(total).success)
    }),
  )
})
