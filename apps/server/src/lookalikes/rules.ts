/** Words that stand in every sentence and tell nothing of what it is about. */
const common = new Set(
  `the and for not with does did cannot cant please need needs from this that has have had was were are can how new get
  got our out off all any but too very again when what where who why will would should could there here been being its
  into over under about after before since still only also just more most some each every other than then them they
  your you his her mine their one two use using used want wants make made asks ask help
  que los las del una por con para como sin esta este pero muy
  der die das und ist nicht mit ein eine auf den dem für von
  les des une pour avec dans sur est pas que qui`
    .split(/\s+/)
    .filter(Boolean),
)

/** So many words are compared; what comes after them adds nothing. */
const most = 12

/** The words of a title that say what it is about, each once, without accents and in small letters. */
export function tellingWords(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]{2,}/gu) ?? []
  const telling = words.filter((word) => !common.has(word) && (word.length > 2 || /\p{N}/u.test(word)))
  return [...new Set(telling)].slice(0, most)
}

/** A search for any of these words, as to_tsquery reads it; they are letters and figures alone. */
export const anyOf = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' | ')

/** From so much on, two titles sound alike. */
export const alike = 0.34
/** From so much on, they are most likely about the same. */
export const nearlySame = 0.6

/**
 * How much two titles share, as SQL: the share of the telling words (`words`, a text[]) that stand in `title`, or how
 * alike the letters of both are, whichever is more. One shared word of one is not enough to be the same. The title is
 * taken apart once, not once for each word: of a hundred titles and twelve words that is most of the time.
 */
export const likeness = (title: string, words: string, text: string): string => `
  greatest(
    (select count(*) from (select to_tsvector('app.words', ${title}) as said offset 0) apart, unnest(${words}::text[]) word
      where apart.said @@ plainto_tsquery('app.words', word))::real
      / greatest(cardinality(${words}::text[]), 2),
    ext.similarity(lower(ext.unaccent(${title})), lower(ext.unaccent(${text}))))::real`
