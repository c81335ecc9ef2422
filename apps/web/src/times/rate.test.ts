import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rateOf, typedRate } from './rate.ts'
import { lengthWords, moneyOf, runningWords } from './words.ts'

test('an amount as it is typed becomes minor units and back', () => {
  const cases: [string, string, string | null | undefined][] = [
    ['45', 'EUR', '4500'],
    ['45.5', 'EUR', '4550'],
    ['45,50', 'EUR', '4550'],
    ['0.05', 'EUR', '5'],
    ['0', 'EUR', '0'],
    ['1200', 'JPY', '1200'],
    ['', 'EUR', null],
    ['45.505', 'EUR', undefined],
    ['12.5', 'JPY', undefined],
    ['a lot', 'EUR', undefined],
    ['-4', 'EUR', undefined],
  ]
  for (const [typed, currency, expected] of cases) {
    const rate = rateOf(typed, currency)
    assert.equal(rate ? rate.amount : rate, expected, typed)
    if (rate) assert.deepEqual(rateOf(typedRate(rate), currency), rate, typed)
  }
  assert.equal(moneyOf({ amount: '5', currency: 'EUR' }), '0.05 EUR')
})

test('a length in words', () => {
  assert.equal(lengthWords(20), '1 min')
  assert.equal(lengthWords(1500), '25 min')
  assert.equal(lengthWords(3600), '1 h')
  assert.equal(lengthWords(5100), '1 h 25 min')
  assert.equal(runningWords(3909), '1:05:09')
})
