import { events } from '@deskhand/contract'

/** What the sentences of events are filled with; `name` is whom or what the event itself names. */
type Slots = { actor: string; ref: string; subject: string; to: string; name: string }

export const words = {
  noSuchEntry: 'There is no such entry.',
  hidden: '[hidden]',
  nobody: 'Deskhand',
  several: (count: number) => (count === 1 ? 'one person' : `${count} people`),

  /** The event's own sentence with its names filled in; the bare name for an event of another version. */
  sentence(name: string, slots: Slots): string {
    const known = new Map<string, { words: string }>(Object.entries(events)).get(name)
    const filled = new Map(Object.entries(slots))
    return known ? known.words.replace(/\{(\w+)\}/g, (slot, key: string) => filled.get(key) ?? slot) : name
  },
}
