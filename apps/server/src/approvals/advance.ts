import { seatsOf, standInsFor, todayIn } from '../absences/access.ts'
import { type Found, findApprovers } from '../approval-policies/queries/findApprovers.ts'
import type { Sample } from '../approval-policies/rules.ts'
import { groupsOf, skipReason } from '../approval-policies/rules.ts'
import { words as policyWords } from '../approval-policies/words.ts'
import { readRates } from '../exchange-rates/access.ts'
import type { BusinessCalendar } from '../platform/clock/businessTime.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import type { RequestRecord } from '../requests/access.ts'
import { hoursAfter, seersAmong, type Terms } from './access.ts'
import { endRound, judge, neededOf, type Round, type Step, sayIn, type Vote, votesOf } from './round.ts'
import { words } from './words.ts'

/** What came of it, for the log, the timeline and the mails. */
export type News = {
  asked: Vote[]
  passedOn: { from: Vote; to: Vote }[]
  stuck: { reason: string | null }[]
}
export const noNews = (): News => ({ asked: [], passedOn: [], stuck: [] })

type Ground = {
  tx: Tx
  request: RequestRecord
  sample: Sample
  terms: Terms
  hours: BusinessCalendar
  /** The active step that found nobody is tried again. */
  retries?: boolean
}

/** Carries a round as far as it goes now: judges what was said, ends it, or asks the next. Nothing is written yet. */
export async function advance(ground: Ground, round: Round, news: News): Promise<void> {
  while (round.status === 'PENDING') {
    judgeAll(round)
    if (round.status !== 'PENDING') return
    const groups = groupsOf(round.steps.map((step) => ({ step, isParallel: step.definition.isParallel })))
    const group = groups.find((some) =>
      some.some(({ step }) => step.status !== 'APPROVED' && step.status !== 'SKIPPED'),
    )
    if (!group) return endRound(round, 'APPROVED', clock.now())
    const next = group
      .map(({ step }) => step)
      .filter(({ status, isStuck }) => status === 'WAITING' || (isStuck && ground.retries))
    if (next.length === 0) return
    await activate(ground, round, next, news)
    if (next.every(({ status }) => status !== 'SKIPPED')) return
  }
}

function judgeAll(round: Round): void {
  const now = clock.now()
  for (const step of round.steps) {
    if (step.status !== 'ACTIVE' || step.isStuck) continue
    const verdict = judge(step)
    if (verdict === 'OPEN') continue
    step.endedAt = now
    step.status = verdict === 'APPROVED' ? 'APPROVED' : 'REJECTED'
    for (const vote of step.votes) {
      if (vote.state === 'PENDING' || vote.state === 'INFO_REQUESTED') vote.state = 'ABSTAINED'
    }
    if (verdict === 'REJECTED') endRound(round, 'REJECTED', now)
    if (verdict === 'EXPIRED') endRound(round, 'EXPIRED', now, words.reasons.unanswered)
    if (round.status !== 'PENDING') return
  }
}

/** Begins these steps, which are asked together: skips, or finds whom to ask and asks them. */
async function activate(ground: Ground, round: Round, steps: readonly Step[], news: News): Promise<void> {
  const { tx, sample, terms } = ground
  const now = clock.now()
  const rates = await readRates(tx)
  const skipped = steps.map(({ definition }) => skipReason(definition, sample, rates))
  const all = votesOf(round)
  const agreed = new Set(all.filter(({ state }) => state === 'APPROVED').map(({ personId }) => personId))
  const taken = sayIn(all)
  if (terms.allowsSamePerson) for (const id of agreed) taken.delete(id)
  const found = await findApprovers(
    tx,
    steps.map(({ definition }, at) => (skipped[at] ? [] : definition.approvers)),
    sample,
    taken,
  )
  const asking: [Step, Found][] = []
  for (const [at, step] of steps.entries()) {
    const who = found[at] ?? { approvers: [], reason: null }
    const before = who.approvers.find(({ id }) => agreed.has(id))
    const rest = who.approvers.filter(({ id }) => !agreed.has(id))
    const isAgreed = before && (step.definition.rule.kind === 'ANY' || rest.length === 0)
    const reason = skipped[at] ?? (isAgreed ? words.agreedBefore(before.name) : null)
    step.activatedAt ??= now
    if (reason) {
      Object.assign(step, { status: 'SKIPPED', reason, isStuck: false, endedAt: now })
      continue
    }
    step.status = 'ACTIVE'
    const needed = neededOf(step.definition.rule, rest.length)
    const wasStuck = step.isStuck
    step.isStuck = rest.length === 0 || needed > rest.length
    step.reason = rest.length > 0 && step.isStuck ? policyWords.tooFewFound(needed, rest.length) : who.reason
    if (!step.isStuck) asking.push([step, { ...who, approvers: rest }])
    else if (!wasStuck) news.stuck.push(step)
  }
  await ask(ground, round, asking, news)
}

/** Makes the votes, those of the absent with their stand-ins. */
async function ask(
  { tx, request, sample, hours }: Ground,
  round: Round,
  asking: readonly [Step, Found][],
  news: News,
): Promise<void> {
  const people = asking.flatMap(([, { approvers }]) => approvers.map(({ id }) => id))
  if (people.length === 0) return
  const now = clock.now()
  const standIns = await standInsFor(tx, people, todayIn(hours.zone, now))
  const seers =
    request.isConfidential && standIns.size > 0 ? await seersAmong(tx, request, [...standIns.values()]) : null
  const barred = new Set([...sayIn(votesOf(round)), ...people, sample.requesterId, sample.createdById])
  const seats = seatsOf(people, standIns, barred, seers)
  for (const [step, { approvers }] of asking) {
    for (const [seat, { id }] of approvers.entries()) {
      const vote = newVote(step, seat, id, hours, now)
      step.votes.push(vote)
      const standIn = seats.get(id)
      if (standIn) news.passedOn.push({ from: vote, to: passOn(step, vote, standIn, 'ABSENT', hours, now) })
      else news.asked.push(vote)
    }
  }
}

function newVote(step: Step, seat: number, personId: string, hours: BusinessCalendar, now: Date): Vote {
  const { dueHours, remindHours, expireHours } = step.definition
  const after = (count: number | null) => (count === null ? null : hoursAfter(hours, now, count))
  return {
    id: newId(),
    seat,
    personId,
    forPersonId: null,
    passedOn: null,
    state: 'PENDING',
    comment: null,
    question: null,
    via: null,
    signature: null,
    askedAt: now,
    dueAt: hoursAfter(hours, now, dueHours),
    remindAt: after(remindHours),
    expiresAt: after(expireHours),
    pausedAt: null,
    remindedAt: null,
    stuckAt: null,
    decidedAt: null,
  }
}

/** Gives a seat to somebody else, with a clock of their own; whose it was at first stays known. */
export function passOn(
  step: Step,
  from: Vote,
  toId: string,
  why: 'ABSENT' | 'DELEGATED' | 'EXPIRED',
  hours: BusinessCalendar,
  now: Date,
): Vote {
  from.state = why === 'EXPIRED' ? 'EXPIRED' : 'DELEGATED'
  from.remindAt = null
  from.expiresAt = null
  const to = {
    ...newVote(step, from.seat, toId, hours, now),
    forPersonId: from.forPersonId ?? from.personId,
    passedOn: why,
  }
  step.votes.push(to)
  return to
}
