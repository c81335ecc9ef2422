import type { AssetEvent } from '@deskhand/contract'
import { standingWords, type ThingState } from './stateWords.ts'
import { historyWords as words } from './thingWords.ts'

type Event = Pick<AssetEvent, 'name' | 'words' | 'actor' | 'changes' | 'details' | 'names'>

const holders = ['personId', 'parentAssetId', 'locationId'] as const
/** What the sentence of these says already. */
const inSentence: Partial<Record<string, ReadonlySet<string>>> = {
  'asset.checked_out': new Set([...holders, 'status', 'subStatus']),
  'asset.checked_in': new Set([...holders, 'status']),
  'asset.transferred': new Set(holders),
  'asset.moved': new Set(['status', 'subStatus']),
}

/** Who or what had it before (0) or after (1) an event; also who got back what was theirs all the time. */
function holderOf({ changes, details, names }: Event, side: 0 | 1): string | null {
  for (const field of holders) {
    const id = changes[field]?.[side] ?? (side === 1 ? details[field] : null)
    if (typeof id === 'string') return names[id] ?? null
  }
  return null
}

/** "Ana Ruiz handed it to Jorge Vidal": on the page of the thing its tag need not be said again. */
export function sentenceOf(event: Event, tag: string): string {
  const who = event.actor.name ?? words.somebody
  const to = holderOf(event, 1)
  switch (event.name) {
    case 'asset.created':
      return words.created(who)
    case 'asset.checked_out':
      if (to) return words.out(who, to)
      break
    case 'asset.checked_in':
      return words.back(who, holderOf(event, 0))
    case 'asset.transferred':
      if (to) return words.moved(who, to)
      break
    case 'asset.moved': {
      const standing = standingAfter(event)
      if (standing) return `${who}: ${standing}`
      break
    }
  }
  return event.words.replace(tag, words.it)
}

function standingAfter({ changes, details }: Event): string | null {
  const status = changes['status']?.[1] ?? details['to']
  const sub = changes['subStatus'] ? changes['subStatus'][1] : (details['subStatus'] ?? null)
  // What the log calls a state is one of the contract's, or an older one that nobody has a word for.
  const said = typeof status === 'string' ? standingWords(status as ThingState, sub as null) : ''
  return said === '' || said.startsWith('undefined') ? null : said
}

/** What it changed beside what its sentence says; what was empty and stays so is nothing. */
export function changesOf({ name, changes }: Event): [string, [unknown, unknown]][] {
  const known = inSentence[name]
  return Object.entries(changes).filter(
    ([field, [before, after]]) => !known?.has(field) && !(isEmpty(before) && isEmpty(after)),
  )
}

const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** What went along with it or came back with it, and what did not. */
export function alongOf({ name, details }: Event): string[] {
  const listed = (field: string) => {
    const list = details[field]
    return Array.isArray(list)
      ? list.map(({ name: item, quantity }) => `${quantity} × ${item}`).join(', ')
      : ''
  }
  const [went, missing] = [listed('accessories'), listed('missingAccessories')]
  return [
    ...(went ? [name === 'asset.checked_in' ? words.cameBack(went) : words.wentAlong(went)] : []),
    ...(missing ? [words.notBack(missing)] : []),
  ]
}

/** What was said with it, in somebody's own words. */
export function noteOf({ details }: Event): string | null {
  for (const field of ['note', 'reason', 'report', 'wipeProof', 'contact']) {
    const inner = details['details']
    const said =
      details[field] ?? (typeof inner === 'object' && inner !== null ? Reflect.get(inner, field) : null)
    if (typeof said === 'string' && said !== '') return said
  }
  return null
}
