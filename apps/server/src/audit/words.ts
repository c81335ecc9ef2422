import { events } from '@deskhand/contract'

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

  /** The event's own sentence with its names filled in; the bare name for an event of another version. */
  sentence(name: string, slots: Slots, data: Record<string, unknown> = {}): string {
    const own = new Map<string, { words: string }>(Object.entries(events)).get(name)?.words
    const known = own && (words.instead(name, data, slots) ?? own)
    const filled = new Map(Object.entries(slots))
    return known ? known.replace(/\{(\w+)\}/g, (slot, key: string) => filled.get(key) ?? slot) : name
  },
}
