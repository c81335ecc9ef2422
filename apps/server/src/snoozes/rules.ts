import { words } from './words.ts'

const year = 366 * 86_400_000

/** Why it cannot sleep until then, or null. */
export function faultOfTime(until: Date, now: Date): string | null {
  if (until <= now) return words.past
  return until.getTime() - now.getTime() > year ? words.tooFar : null
}

/** "Mon 30 Nov, 09:00": when, on the company's clock. */
const clockTime = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone: zone,
  }).format(at)

/** What is waited for, as one half of a sentence. */
export function untilWords(
  { untilAt, untilReply, untilRef }: { untilAt: Date | null; untilReply: boolean; untilRef: string | null },
  zone: string,
): string {
  const parts = [
    ...(untilAt ? [clockTime(untilAt, zone)] : []),
    ...(untilReply ? [words.until.reply] : []),
    ...(untilRef ? [words.until.request(untilRef)] : []),
  ]
  return parts.join(' or ')
}
