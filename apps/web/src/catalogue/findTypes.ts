import type { desks, forms, ReplyOf } from '@deskhand/contract'

export type Catalogue = ReplyOf<typeof desks.catalog>
export type CatalogueDesk = Catalogue['desks'][number]
export type CatalogueType = CatalogueDesk['categories'][number]['requestTypes'][number]

/** The form of an item as it begins for somebody. */
export type AskedForm = NonNullable<ReplyOf<typeof forms.item>['form']>

/** Without accents and capitals, so that `telefono` finds Teléfono. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** How well an item fits: a name that begins with a word first, then any word of it, then its description. */
function fit(type: CatalogueType, category: string, words: readonly string[]): number {
  const name = plain(type.name)
  const rest = plain(`${category} ${type.description ?? ''}`)
  let sum = 0
  for (const word of words) {
    if (name.startsWith(word)) sum += 4
    else if (name.includes(` ${word}`)) sum += 3
    else if (name.includes(word)) sum += 2
    else if (rest.includes(word)) sum += 1
    else return 0
  }
  return sum
}

/** What can be asked for that has all the words, best first. */
export function findTypes(catalogue: Catalogue | undefined, text: string, limit: number): CatalogueType[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
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
