/** The same numbers in every run (mulberry32). */
export function openRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

const heads = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'na', 'pe', 'ri', 'so', 'tu', 'va']
const tails = ['n', 'r', 's', 'l', 't', 'm', 'x', 'd', 'ck', 'sh', 'nd', 'rt', 'st', 'lm', 'ng', 'p']

/** 4,096 words that can be spoken, the common ones first. */
export const vocabulary: readonly string[] = heads
  .flatMap((first) => heads.flatMap((second) => tails.map((tail) => `${first}${second}${tail}`)))
  .sort((one, other) => mixed(one) - mixed(other))

function mixed(word: string): number {
  let hash = 7
  for (const letter of word) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0
  return Math.imul(hash, 0x9e3779b1)
}

/** As in real texts, few words are everywhere and most are rare: one stands in most texts, the last in one of 400. */
const drawWord = (random: () => number): string =>
  vocabulary[Math.floor(vocabulary.length * random() ** 3)] ?? ''

/** Pieces of three or four words, of which the texts of all requests are put together. */
export function makePieces(count: number): string[] {
  const random = openRandom(20)
  return Array.from({ length: count }, (_, at) =>
    Array.from({ length: 3 + (at % 2) }, () => drawWord(random)).join(' '),
  )
}
