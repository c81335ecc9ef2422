import { events, givenTo, givenWords } from '@deskhand/contract'

type Given = {
  changes: Record<string, [unknown, unknown]>
  actorId: string | null
  names: ReadonlyMap<string, string>
}

/** What the sentences of events are filled with; `name` is whom or what the event itself names. */
type Slots = { actor: string; ref: string; subject: string; to: string; name: string }

export const words = {
  noSuchEntry: 'There is no such entry.',
  hidden: '[hidden]',
  nobody: 'Deskhand',
  several: (count: number) => (count === 1 ? 'one person' : `${count} people`),

  /** Where an event's own sentence would mislead: what somebody did to themselves, and a way back that is also a move. */
  instead(name: string, data: Record<string, unknown>, { actor, name: whom }: Slots): string | null {
    if (name === 'participant.added' && whom === actor) return '{actor} follows {ref}'
    if (name === 'participant.removed' && whom === actor) return '{actor} does not follow {ref} any more'
    const details = data['details']
    const isWithdrawal =
      name === 'request.moved' &&
      typeof details === 'object' &&
      details !== null &&
      Reflect.get(details, 'resolutionCode') === 'WITHDRAWN'
    return isWithdrawal ? '{actor} took back {ref}' : null
  },

  /** A request that was given: to whom, or back to the queue. */
  given({ changes, actorId, names }: Given, slots: Slots): string | null {
    const name = names.get(givenTo(changes) ?? '')
    const sentence = givenWords(changes, actorId, name)
    return sentence && words.fill(sentence, { ...slots, name: name ?? '' })
  },

  fill(sentence: string, slots: Slots): string {
    const filled = new Map(Object.entries(slots))
    return sentence.replace(/\{(\w+)\}/g, (slot, key: string) => filled.get(key) ?? slot)
  },

  /** The event's own sentence with its names filled in; the bare name for an event of another version. */
  sentence(name: string, slots: Slots, data: Record<string, unknown> = {}): string {
    const own = new Map<string, { words: string }>(Object.entries(events)).get(name)?.words
    const known = own && (words.instead(name, data, slots) ?? own)
    return known ? words.fill(known, slots) : name
  },
}
