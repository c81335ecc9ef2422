import type { ReplyOf, search } from '@deskhand/contract'
import { type Catalogue, findTypes } from '../catalogue/findTypes.ts'
import { searchWords as words } from './words.ts'

type Hit = ReplyOf<typeof search.find>['data'][number]

export type Suggestion = { id: string; href: string; title: string; about?: string | null; hit?: Hit }

const isOver = ({ status }: Hit) => status === 'RESOLVED' || status === 'REJECTED'

const sameWords = (one: string, other: string) =>
  one.localeCompare(other, undefined, { sensitivity: 'base' }) === 0

/** What Enter takes before one has moved: asking in the words typed, or the kind whose name was typed in full. */
export function atFirst(lines: readonly Suggestion[], text: string) {
  const named = lines.findIndex(({ id, title }) => id.startsWith('type-') && sameWords(title, text))
  return named < 0 ? lines.findIndex(({ id }) => id === 'ask') : named
}

/** One field for all: what can be asked for, asking with the words typed, then what was asked before, open ones first. */
export function suggestions(
  text: string,
  catalogue: Catalogue | undefined,
  hits: readonly Hit[],
): Suggestion[] {
  const types = findTypes(catalogue, text, 5).map(
    ({ id, name, promise }): Suggestion => ({
      id: `type-${id}`,
      href: sameWords(name, text) ? `/ask/${id}` : `/ask/${id}?${new URLSearchParams({ summary: text })}`,
      title: name,
      about: promise,
    }),
  )
  const ask = {
    id: 'ask',
    href: `/ask/other?${new URLSearchParams({ summary: text })}`,
    title: words.ask(text),
    about: words.askAbout,
  }
  const found = hits
    .toSorted((one, other) => Number(isOver(one)) - Number(isOver(other)))
    .map(
      (hit): Suggestion => ({
        id: `hit-${hit.id}`,
        href: `/r/${hit.ref ?? hit.id}`,
        title: hit.title,
        about: hit.excerpt,
        hit,
      }),
    )
  return [...types, ask, ...found]
}
