import type { ReplyOf, search } from '@deskhand/contract'
import type { GlyphState } from '../ui/words.ts'
import type { Command, CommandGroup } from './commands.ts'
import { paletteWords } from './words.ts'

export type PaletteEntry = {
  id: string
  group: string
  title: string
  about?: string | null
  keys?: string | undefined
  reference?: string | null
  status?: GlyphState | null
  /** What the company calls that state, for whoever asked. */
  stateWord?: string | null
  disabledReason?: string | null | undefined
  run: () => void
}

type Hit = ReplyOf<(typeof search)['find']>['data'][number]
type Go = (address: string) => void

const used = 'deskhand.palette'

function counts(): Record<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(used) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).map(([id, count]) => [id, Number(count) || 0]))
  } catch {
    return {}
  }
}

/** What one uses often and lately comes first: every use counts, older ones fade. */
export function remember(id: string) {
  const faded = Object.entries(counts()).map(([one, count]) => [one, count * 0.95] as const)
  const next = Object.fromEntries(faded.filter(([, count]) => count > 0.1))
  next[id] = (next[id] ?? 0) + 1
  try {
    localStorage.setItem(used, JSON.stringify(next))
  } catch {
    // Without storage the order is simply the usual one.
  }
}

/** `IT-4921`, also without the dash or in small letters. */
export function tagIn(text: string): string | null {
  const found = text.trim().match(/^#?([a-z]{2,12})-?(\d{1,9})$/i)
  return found ? `${found[1]?.toUpperCase()}-${found[2]}` : null
}

const addressOf = ({ type, id, ref }: Hit) =>
  type === 'request' ? `/r/${ref ?? id}` : type === 'person' ? `/people/${id}` : `/ask/${id}`

/** The commands of a group whose titles have all the words. */
const commandEntries = (
  group: CommandGroup,
  commands: readonly Command[],
  words: readonly string[],
): PaletteEntry[] =>
  commands
    .filter((command) => command.group === group && !command.isQuiet)
    .filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
    .map(({ id, title, keys, scope, disabledReason, run }) => ({
      id,
      title,
      keys,
      disabledReason,
      run,
      // What is done to a list, and to what is picked in it, is not done to the record beside it.
      group: paletteWords.groups[group === 'record' && scope === 'list' ? 'list' : group],
    }))

const isOfList = ({ group }: PaletteEntry) => group === paletteWords.groups.list

/** The views of the queue in their own order, for the key V. */
export const viewEntries = (text: string, commands: readonly Command[]) =>
  commandEntries('view', commands, text.trim().toLowerCase().split(/\s+/).filter(Boolean))

/** What the palette shows for a text: record, go, create, results, settings, each by use. */
export function paletteEntries(
  text: string,
  commands: readonly Command[],
  hits: readonly Hit[],
  go: Go,
  /** The thing that bears what was typed. */
  thing: { assetTag: string; name: string } | null = null,
): PaletteEntry[] {
  const sign = text.match(/^[>#@]/)?.[0]
  const needle = text
    .replace(/^[>#@]/, '')
    .trim()
    .toLowerCase()
  const weight = counts()
  const words = needle.split(/\s+/).filter(Boolean)

  const offered = (group: CommandGroup): PaletteEntry[] =>
    sign === '#' || sign === '@'
      ? []
      : commandEntries(group, commands, words).sort(
          (one, other) => (weight[other.id] ?? 0) - (weight[one.id] ?? 0),
        )

  const wanted = sign === '#' ? 'request' : sign === '@' ? 'person' : null
  const results = hits
    .filter(({ type }) => wanted === null || type === wanted)
    .map(
      (hit): PaletteEntry => ({
        id: `${hit.type}:${hit.id}`,
        group: paletteWords.groups.results,
        title: hit.title,
        about: hit.excerpt,
        reference: hit.ref,
        status: hit.status,
        stateWord: hit.stateWord,
        run: () => go(addressOf(hit)),
      }),
    )

  const reference = sign === '>' || sign === '@' ? null : tagIn(text)
  const jump: PaletteEntry[] = thing
    ? [
        {
          id: `thing:${thing.assetTag}`,
          group: paletteWords.groups.go,
          title: paletteWords.open(thing.assetTag),
          about: thing.name,
          run: () => go(`/a/${encodeURIComponent(thing.assetTag)}`),
        },
      ]
    : reference
      ? [
          {
            id: `jump:${reference}`,
            group: paletteWords.groups.go,
            title: paletteWords.open(reference),
            reference,
            run: () => go(`/r/${reference}`),
          },
        ]
      : []

  return [
    ...jump,
    ...offered('record').toSorted((one, other) => Number(isOfList(one)) - Number(isOfList(other))),
    ...offered('go'),
    // There are many: they come when one looks for one.
    ...(words.length > 0 ? offered('view') : []),
    ...offered('create'),
    ...(sign === '>' ? [] : results),
    ...offered('settings'),
  ]
}
