import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { convert, isMore, type Rates } from './rules.ts'

const rates: Rates = {
  own: 'EUR',
  of: new Map([
    ['USD', '0.92'],
    ['JPY', '0.0061'],
    ['KWD', '3.01'],
  ]),
}

for (const [amount, currency, to, result] of [
  ['100000', 'USD', 'EUR', '92000'],
  ['1000', 'JPY', 'EUR', '610'],
  ['1000', 'KWD', 'EUR', '301'],
  ['610', 'EUR', 'JPY', '1000'],
  ['1', 'USD', 'EUR', '1'],
  ['-100001', 'USD', 'EUR', '-92001'],
  ['12345', 'EUR', 'EUR', '12345'],
] as const) {
  test(`${amount} ${currency} is ${result} ${to}`, () => {
    assert.deepEqual(convert({ amount, currency }, to, rates), { amount: result, currency: to })
  })
}

test('without a rate nothing is said, neither less nor more', () => {
  assert.equal(convert({ amount: '1', currency: 'CHF' }, 'EUR', rates), null)
  assert.equal(isMore({ amount: '1', currency: 'CHF' }, { amount: '100', currency: 'EUR' }, rates), null)
})

test('more money stays more in every currency, and there and back loses less than one unit either way', () => {
  const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD')
  const amount = fc.bigInt({ min: 0n, max: 10n ** 13n })
  fc.assert(
    fc.property(currency, currency, amount, amount, (from, to, one, other) => {
      const inTo = (value: bigint) =>
        BigInt(convert({ amount: String(value), currency: from }, to, rates)?.amount ?? 'x')
      if (one <= other) assert.ok(inTo(one) <= inTo(other))
      const back = convert({ amount: String(inTo(one)), currency: to }, from, rates)
      const loss = BigInt(back?.amount ?? 'x') - one
      // Half a unit of the coarser currency, seen in the finer one, and the rounding of the way back.
      const unit = BigInt(convert({ amount: '1', currency: to }, from, rates)?.amount ?? '0')
      assert.ok((loss < 0n ? -loss : loss) <= unit / 2n + 1n, `${one} ${from} to ${to} and back: ${loss}`)
    }),
  )
})
