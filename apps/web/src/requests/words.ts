import type { Level, RequestRow } from '@deskhand/contract'
import { dayAndTime } from '../ui/time.ts'

type WaitReason = NonNullable<RequestRow['waitReason']>

/** What somebody waits for: "Waiting for a part until Monday". */
export const waitWords: Record<WaitReason, string> = {
  VENDOR: 'a supplier',
  PART: 'a part',
  DELIVERY: 'a delivery',
  CHANGE: 'a planned change',
  APPOINTMENT: 'an appointment',
  DATE: 'a date',
  OTHER: 'somebody else',
}

/** A short name for each reason, for pickers. */
export const waitNames: Record<WaitReason, string> = {
  VENDOR: 'Supplier',
  PART: 'Part',
  DELIVERY: 'Delivery',
  CHANGE: 'Planned change',
  APPOINTMENT: 'Appointment',
  DATE: 'Date',
  OTHER: 'Something else',
}

export const levelWords: Record<Level, string> = { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High' }

/** What is said once who asked has confirmed that it is solved. */
export const confirmed = (reference: string, until: string | null): string =>
  until
    ? `${reference} is closed. You can open it again until ${dayAndTime(new Date(until))}.`
    : `${reference} is closed.`

/** How a request stands, in a sentence for whoever asked. `who` is a person, or a desk where nobody has it yet. */
export const standingWords = {
  /** The company’s own words as a sentence. */
  own: (words: string) => (/[.!?…]$/.test(words) ? words : `${words}.`),
  /** "With Jorge Vidal since Monday." */
  awaits: (name: string, others: number, day: string) =>
    `With ${name}${others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : ''} since ${day}.`,
  submitted: (who: string) => `${who} has it.`,
  untaken: (desk: string) => `${desk} has it. Nobody has picked it up yet.`,
  review: (who: string) => `${who} is checking it.`,
  needsYou: (who: string) => `${who} needs an answer from you.`,
  approved: (who: string) => `Approved. ${who} starts on it next.`,
  progress: (who: string) => `${who} is on it.`,
  waiting: (what: string) => `Waiting for ${what}.`,
  waitingUntil: (what: string, day: string) => `Waiting for ${what} until ${day}.`,
  solved: (who: string) => `${who} says it is solved. Is it?`,
  rejected: 'It was turned down.',
  closed: (day: string) => `Closed ${day}.`,
  withdrawn: (day: string) => `You took it back ${day}.`,
  planned: (day: string) => `It should be done by ${day}.`,
  plannedToday: 'It should be done today.',
  quote: (line: string) => `“${line}”`,
}
