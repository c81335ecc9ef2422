import { priorityInSentence, type SlaState, type SlaTarget } from '@deskhand/contract'
import type { BusinessCalendar } from '../platform/clock/businessTime.ts'

const targets: Record<SlaTarget, string> = {
  FIRST_RESPONSE: 'the first response',
  NEXT_RESPONSE: 'the next response',
  RESOLUTION: 'the resolution',
}
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** "Mon 16 Nov, 14:30" in this zone. */
const moment = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)

/** "1 h 20 min", "45 min", "30 s". */
const length = (seconds: number): string => {
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : '']
    .filter(Boolean)
    .join(' ')
}

/** "Mon–Thu 09:00–14:00, 15:00–18:00; Fri 09:00–14:00". */
function hours({ week }: BusinessCalendar): string {
  const open = week.map((day) => day.map(({ from, until }) => `${from}–${until}`).join(', '))
  const groups: { from: number; to: number; text: string }[] = []
  for (const [day, text] of open.entries()) {
    const last = groups.at(-1)
    if (last?.text === text && last.to === day - 1) last.to = day
    else groups.push({ from: day, to: day, text })
  }
  if (groups.length === 1 && groups[0]?.text === '00:00–24:00') return 'day and night'
  return groups
    .filter(({ text }) => text)
    .map(({ from, to, text }) => `${from === to ? days[from] : `${days[from]}–${days[to]}`} ${text}`)
    .join('; ')
}

const pauses: Record<string, string> = {
  ACTION_REQUIRED: 'Waiting for an answer from who asked',
  APPROVAL: 'Waiting for approval',
  WAITING_VENDOR: 'Waiting for a supplier',
  WAITING_PART: 'Waiting for a part',
  WAITING_DELIVERY: 'Waiting for a delivery',
  WAITING_CHANGE: 'Waiting for a change',
  WAITING_APPOINTMENT: 'Waiting for an appointment',
  WAITING_DATE: 'Waiting for a date',
  WAITING_OTHER: 'Waiting for somebody else',
}
const others: Record<string, string> = {
  STARTED: 'Began to run',
  RESUMED: 'Went on',
  REOPENED: 'Reopened, went on with what was used',
  ANSWERED: 'Answered',
  RESOLVED: 'Resolved',
  REJECTED: 'Declined',
  PRIORITY: 'Another priority, counted anew',
  KIND: 'Another kind of request, counted anew',
  DESK: 'Another desk, counted anew',
  UNDONE: 'Undone, counted anew',
  POLICY: 'Another policy, counted anew',
  PROMISE: 'The kind of request promises other hours, counted anew',
  CALENDAR: 'Other working hours, counted anew',
}

type Because = {
  target: SlaTarget
  state: SlaState
  policyName: string | null
  /** What the company calls it. */
  priorityName: string
  seconds: number
  startedAt: number
  due: number | null
  used: number
  paused: number
  calendarName: string
  calendar: BusinessCalendar
}

/** What the server says about promises. */
export const words = {
  noPromise: 'Nothing is promised for it, so it only measures.',
  reason: (reason: string) => pauses[reason] ?? others[reason] ?? reason,
  hours,

  /** Why it is due when it is, in whole sentences. */
  because({ target, state, policyName, priorityName, calendarName, calendar, ...it }: Because): string {
    const { seconds, startedAt, due, used, paused } = it
    const { zone } = calendar
    const who = policyName ? `“${policyName}”` : 'This kind of request'
    const forWhom = policyName ? ` for ${priorityInSentence(priorityName)} priority` : ''
    const promise = `${who} promises ${targets[target]}${forWhom} within ${length(seconds)} of working time.`
    const hoursSaid = `${calendarName} works ${hours(calendar)} (${zone}).`
    const began = `It began on ${moment(startedAt, zone)}.`
    const stood = paused >= 60 ? ` It stood still for ${length(paused)} in all.` : ''
    if (state === 'PAUSED' && due === null)
      return `Paused with ${length(Math.max(0, seconds - used))} left. ${promise} ${hoursSaid}${stood}`
    if (due === null) return `${promise} ${hoursSaid} ${began}${stood} It took ${length(used)}.`
    const is = state === 'RUNNING' ? 'Due' : 'Was due'
    return `${is} ${moment(due, zone)}, because ${promise.slice(0, 1) === '“' ? '' : 't'}${promise.slice(promise.startsWith('“') ? 0 : 1)} ${hoursSaid} ${began}${stood}`
  },

  /** What a step would have done, had somebody not left. */
  gone: (target: SlaTarget, isLate: boolean): string =>
    `${targets[target]} is ${isLate ? 'late' : 'at risk'}. Deskhand was to give this to somebody who does not work at this desk any more, so it stays where it is. Change the escalation policy.`,

  /** What a step did, for the desk's timeline. */
  taken(action: 'NOTIFY' | 'REASSIGN' | 'RAISE' | 'PAGE', target: SlaTarget, isLate: boolean): string {
    const why = `${targets[target]} is ${isLate ? 'late' : 'at risk'}`
    switch (action) {
      case 'NOTIFY':
        return `Deskhand told the desk: ${why}.`
      case 'PAGE':
        return `Deskhand told the supervisors: ${why}.`
      case 'RAISE':
        return `Deskhand raised the priority, because ${why}.`
      case 'REASSIGN':
        return `Deskhand gave this to somebody else, because ${why}.`
    }
  },

  /** What a step does, for the plan of steps. */
  step(action: 'NOTIFY' | 'REASSIGN' | 'RAISE' | 'PAGE', whom: string | null): string {
    switch (action) {
      case 'NOTIFY':
        return `Tell ${whom === 'SUPERVISORS' ? 'the supervisors' : whom === 'TEAM' ? 'the team' : 'who has it'}`
      case 'PAGE':
        return 'Call the supervisors'
      case 'RAISE':
        return 'Raise the priority'
      case 'REASSIGN':
        return 'Give it to somebody else'
    }
  },
} as const
