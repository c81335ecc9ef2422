import { type HourlyRate, longestEntry } from '@deskhand/contract'

/** How long a timer ran: whole seconds, one at least, and a day at most, for whoever forgot it. */
export const secondsBetween = (startedAt: Date, now: Date): number =>
  Math.min(longestEntry * 60, Math.max(1, Math.floor((now.getTime() - startedAt.getTime()) / 1000)))

type Billed = { seconds: number | null; isBillable: boolean; rate: HourlyRate | null }

/** What these cost, by currency: each entry rounded half up to the minor unit, as it stands on a bill. */
export function costsOf(entries: readonly Billed[]): HourlyRate[] {
  const sums = new Map<string, bigint>()
  for (const { seconds, isBillable, rate } of entries) {
    if (!seconds || !isBillable || !rate) continue
    const cost = (BigInt(rate.amount) * BigInt(seconds) + 1_800n) / 3_600n
    sums.set(rate.currency, (sums.get(rate.currency) ?? 0n) + cost)
  }
  return [...sums]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([currency, amount]) => ({ amount: String(amount), currency }))
}
