import type { desks, forms, ReplyOf } from '@deskhand/contract'
import { plain } from '../ui/plain.ts'

export type Catalogue = ReplyOf<typeof desks.catalog>
export type CatalogueDesk = Catalogue['desks'][number]
export type CatalogueType = CatalogueDesk['categories'][number]['requestTypes'][number]

/** The form of an item as it begins for somebody. */
export type AskedForm = NonNullable<ReplyOf<typeof forms.item>['form']>

/** Without accents and capitals, so that `telefono` finds Teléfono. */

const wordsOf = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Words that say what somebody wants: "is" and "my" stand in every sentence, so they count only when alone. */
function tellingWords(text: string): string[] {
  const words = wordsOf(text)
  const long = words.filter((word) => word.length > 2)
  return long.length > 0 ? long : words
}

/** Whether two words begin alike: one is the beginning of the other, so that `screens` finds a screen. */
const beginsAlike = (one: string, typed: string) =>
  one.startsWith(typed) || (one.length > 3 && typed.startsWith(one))

/** What people say of something that is broken, and how items that are for that are called. */
const troubles = new Set(
  'dead died dies broken broke damaged defective faulty stuck frozen freezes crashed crashes fails failed'.split(
    ' ',
  ),
)
const isForTrouble = /\b(broken|problem|repair|(does not|doesn’t) work)\b/

/** How well an item fits: for each word, its name from the beginning first, then any word of it, then its description. */
function fit(type: CatalogueType, category: string, words: readonly string[]): number {
  const name = plain(type.name)
  const inName = wordsOf(type.name)
  const inRest = wordsOf(`${category} ${type.description ?? ''}`)
  let sum = 0
  for (const word of words) {
    if (name.startsWith(word)) sum += 4
    else if (inName.some((one) => beginsAlike(one, word))) sum += 3
    else if (inRest.some((one) => beginsAlike(one, word))) sum += 1
    // Whatever it is that is dead: what it is called stands in no catalogue in full.
    if (troubles.has(word) && isForTrouble.test(name)) sum += 1
  }
  return sum
}

/** What can be asked for that has any of the words, best first. */
export function findTypes(catalogue: Catalogue | undefined, text: string, limit: number): CatalogueType[] {
  const words = tellingWords(text)
  if (!catalogue || words.length === 0) return []
  return catalogue.desks
    .flatMap(({ categories }) => categories)
    .flatMap(({ name, requestTypes }) =>
      requestTypes.map((type) => ({ type, score: fit(type, name, words) })),
    )
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ type }) => type)
}
