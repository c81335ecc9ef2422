import type { Depreciation } from '@deskhand/contract'

/** Percents with up to four digits behind the point, as whole numbers. */
const scale = 1_000_000n
const ofPercent = (percent: number): bigint => BigInt(Math.round(percent * 10_000))

/** What is left in the end, in minor units, rounded down. */
export const residualOf = (cost: bigint, { residualPercent }: Depreciation): bigint =>
  (cost * ofPercent(residualPercent)) / scale

/** Whole months from one day to another; the last day of a shorter month ends one. Below zero is none. */
export function monthsBetween(from: string, to: string): number {
  const begin = Temporal.PlainDate.from(from)
  const end = Temporal.PlainDate.from(to)
  if (Temporal.PlainDate.compare(end, begin) <= 0) return 0
  let months = (end.year - begin.year) * 12 + end.month - begin.month
  if (Temporal.PlainDate.compare(begin.add({ months }), end) > 0) months -= 1
  return months
}

/**
 * The book value after so many whole months, in minor units. Straight-line: the same share each month. Declining: each
 * year a percentage of what the year began with, spread evenly over its months. Neither falls below the residual, and
 * each step is rounded in favour of the value, so that the sum of what is lost is never more than it cost.
 */
export function valueAfter(cost: bigint, rule: Depreciation, months: number): bigint {
  const residual = residualOf(cost, rule)
  const left = (value: bigint) => (value < residual ? residual : value)
  if (rule.method === 'STRAIGHT_LINE') {
    const elapsed = BigInt(Math.min(Math.max(months, 0), rule.months))
    return cost - ((cost - residual) * elapsed) / BigInt(rule.months)
  }
  const share = ofPercent(rule.yearlyPercent)
  let value = cost
  for (let year = 0; year < Math.floor(months / 12) && value > residual; year += 1) {
    const lost = (value * share) / scale
    // What loses less than the smallest unit in a year loses it all the same: else it would never end.
    value = left(value - (lost === 0n ? 1n : lost))
  }
  return left(value - (value * share * BigInt(months % 12)) / (scale * 12n))
}

/** After how many months it loses no more. */
export function monthsUntilEnd(cost: bigint, rule: Depreciation): number {
  if (rule.method === 'STRAIGHT_LINE') return cost > residualOf(cost, rule) ? rule.months : 0
  const residual = residualOf(cost, rule)
  let months = 0
  // A declining value without a residual takes very long to be nothing; the books end after 50 years.
  while (months < 600 && valueAfter(cost, rule, months) > residual) months += 1
  return months
}
