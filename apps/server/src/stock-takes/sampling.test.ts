import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sampleSizeOf, wrongBetween } from './sampling.ts'

/** How likely so many wrong ones of a sample are: the product of fractions, another way than the code takes. */
function likelihood(population: number, wrongOfAll: number, sample: number, wrong: number): number {
  const choose = (n: number, k: number) => {
    let ways = 1
    for (let at = 0; at < k; at++) ways *= (n - at) / (k - at)
    return k < 0 || k > n ? 0 : ways
  }
  return (
    (choose(wrongOfAll, wrong) * choose(population - wrongOfAll, sample - wrong)) / choose(population, sample)
  )
}

describe('the size of a sample', () => {
  // The tables that auditors use: 5 % at 95 % of 100, 500, 1,000 and 10,000.
  for (const [population, confidence, margin, size] of [
    [100, 95, 5, 80],
    [500, 95, 5, 218],
    [1_000, 95, 5, 278],
    [10_000, 95, 5, 370],
    [1_000, 99, 5, 400],
    [1_000, 90, 10, 64],
  ] as const)
    test(`${size} of ${population} for ±${margin} % at ${confidence} %`, () =>
      assert.equal(sampleSizeOf(population, { confidence, margin }), size))
  test('never more than there are, and none of none', () => {
    assert.equal(sampleSizeOf(3, { confidence: 99, margin: 1 }), 3)
    assert.equal(sampleSizeOf(0, { confidence: 95, margin: 5 }), 0)
  })
})

describe('the interval', () => {
  for (const [population, sample, confidence] of [
    [40, 12, 95],
    [150, 50, 90],
    [150, 110, 95],
    [60, 20, 99],
  ] as const)
    test(`covers the truth at least ${confidence} of 100 times, whatever it is: ${sample} of ${population}`, () => {
      for (let truth = 0; truth <= population; truth++) {
        let covered = 0
        for (
          let wrong = Math.max(0, sample - population + truth);
          wrong <= Math.min(sample, truth);
          wrong++
        ) {
          const { low, high } = wrongBetween({ population, sample, wrong }, confidence)
          if (low <= truth && truth <= high) covered += likelihood(population, truth, sample, wrong)
        }
        assert.ok(covered >= confidence / 100 - 1e-9, `${truth} wrong ones: ${covered}`)
      }
    })
  test('is a point when all were counted', () =>
    assert.deepEqual(wrongBetween({ population: 90, sample: 90, wrong: 4 }, 95), { low: 4, high: 4 }))
  test('of ten thousand takes no time worth naming, and tells that none of 300 is few', () => {
    const { low, high } = wrongBetween({ population: 10_000, sample: 300, wrong: 0 }, 95)
    // The "rule of three" for one tail of 2.5 %: 3.7 / 300.
    assert.equal(low, 0)
    assert.ok(high > 115 && high < 125, String(high))
  })
})
