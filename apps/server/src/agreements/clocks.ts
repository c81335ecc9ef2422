import type { RequestState, SlaState, SlaTarget, WaitReason } from '@deskhand/contract'
import { momentOf, stepsOf } from './moments.ts'
import { type AgreementFacts, type Matter, type Pauses, type Terms, termsFor } from './policy.ts'

/** One clock of a request. It is the sum of the stretches in which it ran, met with the calendar that holds now. */
export type Clock = {
  target: SlaTarget
  round: number
  state: SlaState
  /** Why it is in this state: what it waits for, or how it ended. */
  reason: string
  /** Since when, in epoch milliseconds. */
  at: number
  began: number
  /** The stretches in which it ran and that are over. */
  ran: [from: number, until: number][]
  /** The promise in business seconds; null where none is made, so that the clock only measures. */
  seconds: number | null
  policyId: string | null
  policyVersion: number
  calendarId: string | null
  /** When it is due, or was; null while it stands still in time. */
  due: number | null
  atRisk: number | null
  /** When the next escalation step is to be taken. */
  stepAt: number | null
  /** Steps that were taken, or passed over because they came too late. */
  done: string[]
}

/** Of a request, everything that its clocks go by. */
export type Situation = Matter & {
  status: RequestState
  reviewKind: 'TRIAGE' | 'APPROVAL' | null
  waitReason: WaitReason | null
  isAnswered: boolean
  createdAt: number
}

export type Happening = {
  /** The name of the event. */
  cause: string
  at: number
  /** The requester said something and waits for an answer. */
  asks?: boolean
  /** The desk said something to the requester. */
  answers?: boolean
  /** Why the terms may be others now: PRIORITY, KIND, POLICY, CALENDAR. */
  terms?: string
  /** Nobody is to be told of steps that the new terms put into the past. */
  isQuiet?: boolean
}

export type Entry = {
  target: SlaTarget
  round: number
  kind: 'STARTED' | 'PAUSED' | 'RESUMED' | 'STOPPED' | 'RECOMPUTED'
  at: number
  reason: string
  cause: string
  seconds: number | null
  due: number | null
  policyId: string | null
  policyVersion: number
  calendarId: string | null
  calendarName: string
  isLate: boolean | null
}

/** Turns the clocks of a request after something happened to it: their state, their terms, and what the ledger gets. */
export function turn(
  clocks: readonly Clock[],
  situation: Situation,
  happening: Happening,
  facts: AgreementFacts,
): { clocks: Clock[]; entries: Entry[]; terms: Terms } {
  const terms = termsFor(situation, facts)
  const entries: Entry[] = []
  const turned: Clock[] = []
  for (const target of ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'] as const) {
    const before = clocks.find((clock) => clock.target === target)
    const { clock, entry } = stand(target, before, situation, happening, terms)
    if (!clock) continue
    const settled = settle(clock, terms, happening, before)
    turned.push(settled)
    const line = (kind: Entry['kind'], reason: string) =>
      entries.push(entryOf(settled, kind, reason, happening, terms))
    if (before && isOther(before, settled, entry !== null)) line('RECOMPUTED', happening.terms ?? 'CALENDAR')
    if (entry) line(entry, settled.reason)
  }
  return { clocks: turned, entries, terms }
}

/** The state that a clock has now, and the entry that says so; no clock where it has not begun. */
function stand(
  target: SlaTarget,
  before: Clock | undefined,
  situation: Situation,
  { at, asks = false, answers = false, cause }: Happening,
  terms: Terms,
): { clock: Clock | null; entry: Entry['kind'] | null } {
  const isSettled = situation.status === 'RESOLVED' || situation.status === 'REJECTED'
  const pause = pauseOf(situation, terms.pauses)
  const begin = (round: number): { clock: Clock; entry: Entry['kind'] } => {
    const since = cause === 'request.created' ? situation.createdAt : at
    const state = pause ? ('PAUSED' as const) : ('RUNNING' as const)
    return { clock: fresh(target, round, state, pause ?? 'STARTED', since), entry: 'STARTED' }
  }
  const isOver =
    isSettled ||
    (target === 'FIRST_RESPONSE' && situation.isAnswered) ||
    (target === 'NEXT_RESPONSE' && (answers || before?.state === 'STOPPED'))
  if (target === 'NEXT_RESPONSE') {
    const isAsked = asks && situation.isAnswered && !isSettled && !answers
    if (isAsked && (!before || before.state === 'STOPPED')) return begin((before?.round ?? 0) + 1)
    if (!before) return { clock: null, entry: null }
  } else if (!before) {
    return isOver ? { clock: null, entry: null } : begin(1)
  }
  const state = isOver ? 'STOPPED' : pause ? 'PAUSED' : 'RUNNING'
  if (state === 'STOPPED') {
    if (before.state === 'STOPPED') return { clock: before, entry: null }
    return { clock: into(before, state, isSettled ? situation.status : 'ANSWERED', at), entry: 'STOPPED' }
  }
  const reason = pause ?? (before.state === 'RUNNING' ? before.reason : resumedFrom(before))
  if (before.state === state && before.reason === reason) return { clock: before, entry: null }
  return { clock: into(before, state, reason, at), entry: state === 'PAUSED' ? 'PAUSED' : 'RESUMED' }
}

const resumedFrom = ({ state }: Clock) => (state === 'STOPPED' ? 'REOPENED' : 'RESUMED')

const fresh = (target: SlaTarget, round: number, state: SlaState, reason: string, began: number): Clock => ({
  target,
  round,
  state,
  reason,
  at: began,
  began,
  ran: [],
  seconds: null,
  policyId: null,
  policyVersion: 0,
  calendarId: null,
  due: null,
  atRisk: null,
  stepAt: null,
  done: [],
})

function into(clock: Clock, state: SlaState, reason: string, at: number): Clock {
  // A clock of the machine that was set back must not make a stretch that ends before it begins.
  const now = Math.max(at, clock.at)
  const ran: Clock['ran'] = clock.state === 'RUNNING' ? [...clock.ran, [clock.at, now]] : clock.ran
  return { ...clock, state, reason, at: now, ran }
}

/** Why the clocks stand still in this state, or null. */
function pauseOf({ status, reviewKind, waitReason }: Situation, pauses: Pauses): string | null {
  if (status === 'ACTION_REQUIRED') return pauses.actionRequired ? 'ACTION_REQUIRED' : null
  if (status === 'IN_REVIEW' && reviewKind === 'APPROVAL') return pauses.approval ? 'APPROVAL' : null
  if (status === 'WAITING' && waitReason) return pauses.waiting[waitReason] ? `WAITING_${waitReason}` : null
  return null
}

/** Puts a clock under the terms that hold now. What has ended keeps the terms it ended under. */
function settle(clock: Clock, terms: Terms, { at, isQuiet }: Happening, before: Clock | undefined): Clock {
  if (clock.state === 'STOPPED' && before?.state === 'STOPPED') return clock
  const { policy, calendar } = terms
  const under = {
    ...clock,
    seconds: terms.secondsOf(clock.target),
    policyId: policy?.id ?? null,
    policyVersion: policy?.version ?? 0,
    calendarId: calendar.id,
  }
  const { seconds } = under
  if (seconds === null) return { ...under, due: null, atRisk: null, stepAt: null }
  const due = momentOf(under, seconds * 1000, terms)
  const atRisk = momentOf(under, seconds * 10 * terms.atRiskPercent, terms)
  if (under.state === 'STOPPED') return { ...under, due, atRisk, stepAt: null }
  const steps = stepsOf(under, terms)
  const wasDue = before?.stepAt != null && before.stepAt <= at
  const passed = isQuiet && !wasDue ? steps.filter((step) => step.at <= at).map(({ step }) => step.id) : []
  const next = steps.find(({ step }) => !passed.includes(step.id))
  return { ...under, due, atRisk, stepAt: next?.at ?? null, done: [...under.done, ...passed] }
}

/** Whether the terms changed what is promised, or, while nothing else changed, when it is due. */
function isOther(before: Clock, after: Clock, hasMoved: boolean): boolean {
  if (before.state === 'STOPPED' && after.state === 'STOPPED') return false
  if (before.round !== after.round) return false
  if (before.seconds !== after.seconds || before.calendarId !== after.calendarId) return true
  return !hasMoved && before.due !== after.due
}

const entryOf = (
  clock: Clock,
  kind: Entry['kind'],
  reason: string,
  { cause, at }: Happening,
  { calendar }: Terms,
): Entry => ({
  target: clock.target,
  round: clock.round,
  kind,
  at: kind === 'RECOMPUTED' ? Math.max(at, clock.began) : clock.at,
  reason,
  cause,
  seconds: clock.seconds,
  due: clock.state === 'PAUSED' ? null : clock.due,
  policyId: clock.policyId,
  policyVersion: clock.policyVersion,
  calendarId: clock.calendarId,
  calendarName: calendar.name,
  isLate: kind === 'STOPPED' ? clock.due !== null && clock.due < clock.at : null,
})
