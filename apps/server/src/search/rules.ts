/** What somebody typed, cut into what the database searches by. */
export type Wanted = {
  /** Whole words, phrases in quotes, `or` and `-not`, as websearch_to_tsquery reads them. */
  words: string
  /** The word that is still being typed, of which the beginning is enough; empty where the last one is finished. */
  beginning: string
  /** Whether that one is an alternative to the words before it. */
  isAlternative: boolean
  /** A reference number, which is jumped to. */
  reference: string | null
  /** The number of a reference without its desk. */
  number: number | null
}

/** Reads what was typed. Whatever it is, something can be searched with it. */
export function readWanted(typed: string): Wanted {
  const text = typed.trim()
  const last = /(^|\s)([\p{L}\p{N}\p{M}]+)$/u.exec(text)
  const word = last?.[2] ?? ''
  const isFinished = !last || /^or$/i.test(word) || /\s$/.test(typed)
  const words = isFinished ? text : text.slice(0, last.index)
  const isAlternative = !isFinished && /(^|\s)or$/i.test(words)
  return {
    words: isAlternative ? words.replace(/or$/i, '') : words,
    beginning: isFinished ? '' : word,
    isAlternative,
    reference: /^[\p{L}][\p{L}\p{N}]{0,19}-\d{1,9}$/u.test(text) ? text.toUpperCase() : null,
    number: /^\d{1,9}$/.test(text) ? Number(text) : null,
  }
}
