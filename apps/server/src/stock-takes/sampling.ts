import type { StockTakeSample } from '@deskhand/contract'

/** Two-sided points of the normal distribution. */
const points = { 90: 1.6448536, 95: 1.959964, 99: 2.5758293 } as const

/**
 * How many of so many are looked at, so that the share of wrong ones is known within the margin whatever it is:
 * Cochran's formula at a share of one half, with the correction for a finite population (W. G. Cochran, Sampling
 * Techniques, 3rd ed. 1977, 4.2 and 4.4).
 */
export function sampleSizeOf(population: number, { confidence, margin }: StockTakeSample): number {
  const share = margin / 100
  const unbounded = (points[confidence] ** 2 * 0.25) / share ** 2
  return Math.min(population, Math.ceil(unbounded / (1 + (unbounded - 1) / population)))
}

/** ln 0! … ln n! */
function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1)
  for (let at = 2; at <= most; at++) logs[at] = (logs[at - 1] ?? 0) + Math.log(at)
  return logs
}

/** How likely it is that at most, or at least, so many of a sample are wrong when so many of all are. */
function tails(logs: Float64Array, population: number, wrongOfAll: number, sample: number, wrong: number) {
  const log = (n: number) => logs[n] ?? 0
  const choose = (n: number, k: number) => log(n) - log(k) - log(n - k)
  const all = choose(population, sample)
  let [below, above] = [0, 0]
  const first = Math.max(0, sample - (population - wrongOfAll))
  for (let count = first; count <= Math.min(sample, wrongOfAll); count++) {
    const likely = Math.exp(choose(wrongOfAll, count) + choose(population - wrongOfAll, sample - count) - all)
    if (count <= wrong) below += likely
    if (count >= wrong) above += likely
  }
  return { below, above }
}

/**
 * Between how many of the population are wrong, when so many of a random sample were: those numbers under which what was
 * seen is not too unlikely on either side. Exact for every population (T. Wright, Exact Confidence Bounds when Sampling
 * from Small Finite Universes, Lecture Notes in Statistics 66, 1991), so it covers the truth at least as often as it says.
 */
export function wrongBetween(
  { population, sample, wrong }: { population: number; sample: number; wrong: number },
  confidence: number,
): { low: number; high: number } {
  const tail = (1 - confidence / 100) / 2
  const logs = logFactorials(population)
  const at = (wrongOfAll: number) => tails(logs, population, wrongOfAll, sample, wrong)
  const [least, most] = [wrong, population - (sample - wrong)]
  // More wrong ones make many in a sample likelier and few less likely, so both ends are found by halving.
  const low = firstThat(least, most, (one) => at(one).above > tail)
  const high = firstThat(least, most + 1, (one) => one > most || at(one).below <= tail) - 1
  return { low, high }
}

/** The first number for which it holds; from there on it holds for all. */
function firstThat(from: number, to: number, holds: (one: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
