import { type Money, minorDigits } from '@deskhand/contract'

/** What one unit of each currency is worth in the company's own, as decimal text; its own at 1. */
export type Rates = { own: string; of: ReadonlyMap<string, string> }

const scale = 10

/** `0.9213` as a whole number of ten-thousand-millionths. */
function scaled(rate: string): bigint {
  const [whole = '0', rest = ''] = rate.split('.')
  return BigInt(whole + rest.slice(0, scale).padEnd(scale, '0'))
}

/**
 * The same money in another currency, in whole minor units, halves away from zero; null where a rate is missing.
 * All in whole numbers, so that nothing is lost on the way.
 */
export function convert({ amount, currency }: Money, to: string, rates: Rates): Money | null {
  if (currency === to) return { amount, currency }
  const from = currency === rates.own ? '1' : rates.of.get(currency)
  const into = to === rates.own ? '1' : rates.of.get(to)
  if (from === undefined || into === undefined) return null
  const above = BigInt(amount) * scaled(from) * 10n ** BigInt(minorDigits(to))
  const below = scaled(into) * 10n ** BigInt(minorDigits(currency))
  const sign = above < 0n ? -1n : 1n
  return { amount: String((above + (sign * below) / 2n) / below), currency: to }
}

/** Whether `money` is more than `limit`; null where it cannot be told for want of a rate. */
export function isMore(money: Money, limit: Money, rates: Rates): boolean | null {
  const same = convert(money, limit.currency, rates)
  return same && BigInt(same.amount) > BigInt(limit.amount)
}
