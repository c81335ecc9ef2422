import { tries } from '../platform/jobs/tries.ts'
import { words } from './words.ts'

/** What came of one try. */
export type Outcome = { status: number | null; answer: string | null; error: string | null }

export const isArrived = ({ status }: Outcome): boolean => status !== null && status >= 200 && status < 300

/** Why it counts as not arrived, in a sentence. */
export function whyNotArrived(outcome: Outcome): string | null {
  if (isArrived(outcome)) return null
  const { status, error } = outcome
  if (status === null) return error ?? words.tooLong
  return status >= 300 && status < 400 ? words.redirected : words.refused(status)
}

/** Whether no further try is made: the address is gone, or this was the last one. */
export const isLast = ({ status }: Outcome, attempts: number): boolean => status === 410 || attempts >= tries

/** So long nothing may arrive, and so often it must have failed, before a webhook is switched off. */
const patience = { days: 3, failures: 10 }

/** Why a webhook is switched off after a try that failed, or null. */
export function whyStopped(
  outcome: Outcome,
  { failingSince, failures, now }: { failingSince: Date; failures: number; now: Date },
): string | null {
  if (outcome.status === 410) return words.stoppedGone
  const days = (now.getTime() - failingSince.getTime()) / 86_400_000
  return days >= patience.days && failures >= patience.failures
    ? words.stoppedLong(whyNotArrived(outcome) ?? '')
    : null
}
