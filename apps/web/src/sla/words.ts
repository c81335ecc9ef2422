import type { Priority, RequestRow, SlaTarget } from '@deskhand/contract'
import { waitWords } from '../requests/words.ts'
import type { Countdown } from './countdown.ts'

/** "45 min", "1 h 20 min", "38 h": business time has no days. */
export function length(seconds: number): string {
  const minutes = Math.max(0, Math.round(seconds / 60))
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${minutes} min`
  return rest > 0 && hours < 10 ? `${hours} h ${rest} min` : `${hours} h`
}

/** A late one is late by the wall clock, so that days say it better. */
const lateBy = (seconds: number) => (seconds < 86_400 ? length(seconds) : `${Math.floor(seconds / 86_400)} d`)

type Waiting = Pick<RequestRow, 'status' | 'waitReason' | 'requester'>

export const slaWords = {
  targets: {
    FIRST_RESPONSE: 'First response',
    NEXT_RESPONSE: 'Next response',
    RESOLUTION: 'Resolution',
  } satisfies Record<SlaTarget, string>,
  left: (seconds: number) => `${length(seconds)} left`,
  late: (seconds: number) => `${lateBy(seconds)} late`,
  /** What it is paused for: "waiting for Luis", "waiting for a part". */
  pausedFor: ({ status, waitReason, requester }: Waiting) =>
    status === 'ACTION_REQUIRED'
      ? `paused — waiting for ${requester.name.split(' ')[0]}`
      : status === 'IN_REVIEW'
        ? 'paused — waiting for approval'
        : `paused — waiting for ${waitWords[waitReason ?? 'OTHER']}`,
  paused: 'paused',
  /** The whole of a ring in words, for who cannot see it. */
  said: (target: SlaTarget, { kind, seconds }: Countdown) => {
    const what = slaWords.targets[target]
    switch (kind) {
      case 'late':
        return `${what} ${slaWords.late(seconds)}`
      case 'paused':
        return `${what} paused with ${slaWords.left(seconds)}`
      case 'risk':
        return `${what} at risk, ${slaWords.left(seconds)}`
      case 'running':
        return `${what}, ${slaWords.left(seconds)}`
    }
  },
  title: 'Promises',
  none: 'Nothing is promised for this request.',
  calendar: 'Calendar',
  policy: 'Policy',
  noPolicy: 'What the kind of request promises',
  ledger: 'Ledger',
  showLedger: (target: string) => `Ledger of the ${target.toLowerCase()}`,
  met: 'kept',
  missed: 'missed',
  running: 'running',
  stopped: 'ended',
  steps: 'Steps',
  taken: 'done',
  used: 'used',
  sums: (used: string, paused: string, outside: string) =>
    `${used} of working time used, ${paused} paused, ${outside} outside the hours`,
  business: (time: string) => `${time} of working time`,

  employeeTitle: 'What we promise',
  employee: {
    FIRST_RESPONSE: { due: (when: string) => `We answer by ${when}.`, paused: 'We answer once you have.' },
    NEXT_RESPONSE: { due: (when: string) => `We answer you by ${when}.`, paused: 'We answer once you have.' },
    RESOLUTION: {
      due: (when: string) => `We plan to be done by ${when}.`,
      paused: 'The time for it stands still until you have answered.',
    },
  } satisfies Record<SlaTarget, { due: (when: string) => string; paused: string }>,
  stillApproving: 'The time for it stands still until this is approved.',
  stillWaiting: 'The time for it stands still while it waits, and goes on afterwards.',
  employeeLate: {
    FIRST_RESPONSE: (when: string) => `We wanted to answer by ${when}. It is on top of the list.`,
    NEXT_RESPONSE: (when: string) => `We wanted to answer you by ${when}. It is on top of the list.`,
    RESOLUTION: (when: string) => `We wanted to be done by ${when}. It is on top of the list.`,
  } satisfies Record<SlaTarget, (when: string) => string>,
  hours: (hours: string) => `We work ${hours}.`,
}

export const priorityOrder: readonly Priority[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']
