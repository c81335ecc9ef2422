import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Depreciation } from '@deskhand/contract'
import fc from 'fast-check'
import { monthsBetween, monthsUntilEnd, residualOf, valueAfter } from './bookValue.ts'

const straight = (months: number, residualPercent = 0): Depreciation => ({
  method: 'STRAIGHT_LINE',
  months,
  residualPercent,
})
const declining = (yearlyPercent: number, residualPercent = 0): Depreciation => ({
  method: 'DECLINING',
  yearlyPercent,
  residualPercent,
})

test('by hand: 1,299.00 over four years, and 30 % a year', () => {
  const cases: [Depreciation, number, bigint][] = [
    [straight(48), 0, 129_900n],
    [straight(48), 12, 97_425n],
    [straight(48), 47, 2_707n],
    [straight(48), 48, 0n],
    [straight(48), 480, 0n],
    [straight(36, 10), 36, 12_990n],
    [declining(30), 12, 90_930n],
    [declining(30), 24, 63_651n],
    [declining(30), 18, 77_291n],
    [declining(30, 50), 36, 64_950n],
    [declining(100), 12, 0n],
  ]
  for (const [rule, months, value] of cases)
    assert.equal(valueAfter(129_900n, rule, months), value, `${JSON.stringify(rule)} ${months}`)
})

test('months are whole ones, also from the last day of a month', () => {
  const cases: [string, string, number][] = [
    ['2026-01-31', '2026-01-31', 0],
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-31', '2026-02-28', 1],
    ['2024-02-29', '2025-02-28', 12],
    ['2026-03-15', '2027-03-14', 11],
    ['2026-03-15', '2020-03-15', 0],
  ]
  for (const [from, to, months] of cases) assert.equal(monthsBetween(from, to), months, `${from} ${to}`)
})

const rule: fc.Arbitrary<Depreciation> = fc.oneof(
  fc.record({
    method: fc.constant('STRAIGHT_LINE' as const),
    months: fc.integer({ min: 1, max: 600 }),
    residualPercent: fc.integer({ min: 0, max: 10_000 }).map((it) => it / 100),
  }),
  fc.record({
    method: fc.constant('DECLINING' as const),
    yearlyPercent: fc.integer({ min: 1, max: 10_000 }).map((it) => it / 100),
    residualPercent: fc.integer({ min: 0, max: 10_000 }).map((it) => it / 100),
  }),
)
const cost = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n })

test('it begins at the cost, never rises, and ends at the residual and not below', () => {
  fc.assert(
    fc.property(cost, rule, fc.integer({ min: 0, max: 700 }), (paid, by, months) => {
      const residual = residualOf(paid, by)
      assert.ok(residual >= 0n && residual <= paid)
      assert.equal(valueAfter(paid, by, 0), paid)
      const [now, next] = [valueAfter(paid, by, months), valueAfter(paid, by, months + 1)]
      assert.ok(now <= paid && next <= now && next >= residual, `${now} ${next} ${residual}`)
    }),
  )
})

test('after its end it loses no more', () => {
  fc.assert(
    fc.property(cost, rule, (paid, by) => {
      const end = monthsUntilEnd(paid, by)
      if (end === 600) return
      assert.equal(valueAfter(paid, by, end), residualOf(paid, by))
      if (end > 0) assert.ok(valueAfter(paid, by, end - 1) >= residualOf(paid, by))
    }),
    { numRuns: 50 },
  )
})
