import type { Request, SlaReport } from '@deskhand/contract'
import { dayAndTime } from '../ui/time.ts'
import { slaWords as words } from './words.ts'

type Clock = Pick<SlaReport['clocks'][number], 'target' | 'dueAt' | 'isLate'>

/** What was promised, as whoever asked reads it; while a clock stands still, whose move it is. */
export function promiseSentence(
  { target, dueAt, isLate }: Clock,
  { status }: Pick<Request, 'status'>,
): string {
  if (!dueAt) {
    if (status === 'ACTION_REQUIRED') return words.employee[target].paused
    return status === 'IN_REVIEW' ? words.stillApproving : words.stillWaiting
  }
  const when = dayAndTime(new Date(dueAt))
  return isLate ? words.employeeLate[target](when) : words.employee[target].due(when)
}
