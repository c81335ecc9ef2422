import type { WokeBecause } from '@deskhand/contract'
import type { z } from 'zod'

export const words = {
  notStaff: 'Only the people of this desk can snooze it.',
  settled: 'It is done already; there is nothing to come back to.',
  past: 'Pick a time that lies ahead.',
  tooFar: 'Pick a time within a year.',
  itself: 'A request cannot wait for its own end.',
  noSuchRequest: 'There is no such request.',
  awaitedSettled: (ref: string) => `${ref} is done already.`,
  awaitedSealed: 'A confidential request cannot be waited for: others would read its number here.',
  asleep: (name: string) => `${name} snoozed this already. Wake it first to choose another time.`,
  awake: 'It is not snoozed.',
  snoozed: (name: string, until: string) => `${name} snoozed this until ${until}.`,
  until: {
    reply: 'the requester answers',
    request: (ref: string) => `${ref} is done`,
  },
  woke: {
    TIME: () => 'Back from snooze: its time has come.',
    REPLY: () => 'Back from snooze: the requester answered.',
    REQUEST: (ref: string | null) => `Back from snooze: ${ref ?? 'what it waited for'} is done.`,
    PERSON: () => 'Woken from snooze.',
  } satisfies Record<z.output<typeof WokeBecause>, (ref: string | null) => string>,
}
