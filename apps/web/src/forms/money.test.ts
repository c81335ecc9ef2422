import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moneyRead, moneyTyped } from './money.ts'

test('reads amounts as people of many countries type them', () => {
  const cases: [typed: string, amount: string | null][] = [
    ['2140', '214000'],
    ['2140.5', '214050'],
    ['2,140.50', '214050'],
    ['2.140,50', '214050'],
    ['2 140,50', '214050'],
    ['1.205', '120500'],
    ['0,07', '7'],
    ['-3.20', '-320'],
    ['', null],
    ['abc', null],
    ['12x', null],
    ['99999999999999', null],
  ]
  for (const [typed, amount] of cases) assert.equal(moneyRead(typed, 'EUR')?.amount ?? null, amount, typed)
  assert.equal(moneyRead('2,140', 'JPY')?.amount, '2140')
})

test('writes them so that they read back', () => {
  for (const amount of ['0', '7', '-320', '214050']) {
    const money = { amount, currency: 'EUR' }
    assert.deepEqual(moneyRead(moneyTyped(money), 'EUR'), money)
  }
})
