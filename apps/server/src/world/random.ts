/** A stream of numbers that is the same for the same seed, with the draws the world needs. */
export type Random = {
  /** 0 ≤ x < 1 */
  next: () => number
  /** Whole number, both ends included. */
  int: (from: number, to: number) => number
  chance: (probability: number) => boolean
  pick: <Item>(list: readonly Item[]) => Item
  weighted: <Item>(list: readonly Item[], weight: (item: Item) => number) => Item
  shuffle: <Item>(list: readonly Item[]) => Item[]
  /** Around the median, mostly between a third and three times of it, as waiting times are. */
  around: (median: number) => number
}

/** FNV-1a for the seed, mulberry32 for the stream: small, fast, and good enough for stories. */
export function makeRandom(seed: string): Random {
  let state = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193)

  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[Math.floor(next() * list.length)]
    if (item === undefined) throw new Error('Nothing to pick from.')
    return item
  }
  const weighted = <Item>(list: readonly Item[], weight: (item: Item) => number): Item => {
    let left = next() * list.reduce((sum, item) => sum + weight(item), 0)
    for (const item of list) {
      left -= weight(item)
      if (left < 0) return item
    }
    return pick(list)
  }
  const shuffle = <Item>(list: readonly Item[]): Item[] =>
    list
      .map((item) => ({ item, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  const around = (median: number) => {
    const bell = (next() + next() + next() + next() - 2) * 1.6
    return median * Math.exp(bell)
  }
  return { next, int, chance: (probability) => next() < probability, pick, weighted, shuffle, around }
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** An id in the shape of UUIDv7: the row's time, then what the stream gives. */
export function idAt(random: Random, at: number): string {
  const time = hex(Math.floor(at), 12)
  const a = hex(random.int(0, 0xfff), 3)
  const b = hex(0x8000 | random.int(0, 0x3fff), 4)
  const c = hex(random.int(0, 0xffffff), 6) + hex(random.int(0, 0xffffff), 6)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-${b}-${c}`
}
