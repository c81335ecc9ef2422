import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { costsOf, secondsBetween } from './rules.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 10) + seconds * 1000)

test('a timer counts whole seconds, one at least and a day at most', () => {
  assert.equal(secondsBetween(at(0), at(0)), 1)
  assert.equal(secondsBetween(at(0), new Date(at(61).getTime() + 900)), 61)
  assert.equal(secondsBetween(at(0), at(200_000)), 86_400)
})

test('costs by currency, each entry rounded half up to the minor unit', () => {
  const entry = (seconds: number | null, amount: string, currency = 'EUR', isBillable = true) => ({
    seconds,
    isBillable,
    rate: { amount, currency },
  })
  assert.deepEqual(costsOf([entry(1800, '6000'), entry(1800, '6001'), entry(null, '6000')]), [
    { amount: '6001', currency: 'EUR' },
  ])
  assert.deepEqual(costsOf([entry(3600, '500', 'GBP'), entry(3600, '7000'), entry(60, '1', 'GBP', false)]), [
    { amount: '7000', currency: 'EUR' },
    { amount: '500', currency: 'GBP' },
  ])
  assert.deepEqual(costsOf([{ seconds: 60, isBillable: true, rate: null }]), [])
})

test('rounding never strays by more than half a unit for each entry', () => {
  const entries = fc.array(
    fc.record({
      seconds: fc.integer({ min: 1, max: 86_400 }),
      cents: fc.integer({ min: 0, max: 1_000_000 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  fc.assert(
    fc.property(entries, (all) => {
      const [sum] = costsOf(
        all.map(({ seconds, cents }) => ({
          seconds,
          isBillable: true,
          rate: { amount: String(cents), currency: 'EUR' },
        })),
      )
      const exact = all.reduce((total, { seconds, cents }) => total + (seconds * cents) / 3600, 0)
      assert.ok(Math.abs(Number(sum?.amount) - exact) <= all.length / 2 + 1e-3)
    }),
  )
})
