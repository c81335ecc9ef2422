import { standInsFor, todayIn } from '../absences/access.ts'
import { policyVersion } from '../approval-policies/access.ts'
import { findApprovers } from '../approval-policies/queries/findApprovers.ts'
import type { Sample } from '../approval-policies/rules.ts'
import type { BusinessCalendar } from '../platform/clock/businessTime.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { RequestRecord } from '../requests/access.ts'
import { hoursOf, sampleOf, seersAmong, type Work } from './access.ts'
import { advance, type News, noNews, passOn } from './advance.ts'
import { type Round, type Step, sayIn, type Vote, votesOf } from './round.ts'
import { addLines, giveBack, letGo, publish, publishEnd, system } from './settle.ts'
import { readRound, writeRound, writeSight } from './storeRound.ts'
import { words } from './words.ts'

/**
 * What time does to the round of a locked request: votes of the absent go to their stand-ins, those that ran out to the
 * next in line, and a step that found nobody looks again. Done twice, the second time does nothing.
 */
export async function carryOn(work: Work, request: RequestRecord): Promise<void> {
  const { tx } = work
  const round = await readRound(tx, { requestId: request.id })
  if (round?.status !== 'PENDING') return
  const [hours, sample, { definition: terms }] = await Promise.all([
    hoursOf(tx),
    sampleOf(tx, request),
    policyVersion(tx, round.policyId, round.policyVersion),
  ])
  const news = noNews()
  const ground = { tx, request, sample, hours }
  await standIn(ground, round, news)
  await escalate(ground, round, news)
  await advance({ ...ground, terms, retries: true }, round, news)
  await writeRound(tx, round)
  await publish(work, request, round, news)
  if (round.status !== 'PENDING') {
    publishEnd(work, request, round)
    if (round.status === 'APPROVED') await letGo(work, request, terms, true)
    else {
      await addLines(work, request, [system(words.expired, 'approval_expired', round.id)])
      await giveBack(work, request)
    }
  }
  await writeSight(tx, round)
}

type Ground = { tx: Tx; request: RequestRecord; sample: Sample; hours: BusinessCalendar }

const pendingIn = (round: Round): { step: Step; vote: Vote }[] =>
  round.steps.flatMap((step) =>
    step.votes.filter(({ state }) => state === 'PENDING').map((vote) => ({ step, vote })),
  )

/** Whoever may not be given a vote of this round: who asked for it, and who has a say already. */
const barredFrom = (round: Round, { requesterId, createdById }: Sample): Set<string> =>
  new Set([...sayIn(votesOf(round)), requesterId, createdById ?? requesterId])

async function standIn({ tx, request, sample, hours }: Ground, round: Round, news: News): Promise<void> {
  const now = clock.now()
  const pending = pendingIn(round)
  const people = pending.map(({ vote }) => vote.personId)
  const standIns = await standInsFor(tx, people, todayIn(hours.zone, now))
  if (standIns.size === 0) return
  const seers = request.isConfidential ? await seersAmong(tx, request, [...standIns.values()]) : null
  for (const { step, vote } of pending) {
    const to = standIns.get(vote.personId)
    if (!to || barredFrom(round, sample).has(to) || (seers && !seers.has(to))) continue
    news.passedOn.push({ from: vote, to: passOn(step, vote, to, 'ABSENT', hours, now) })
  }
}

/** One question for each vote that ran out; there is seldom more than one. */
async function escalate(ground: Ground, round: Round, news: News): Promise<void> {
  const now = clock.now()
  for (const { step, vote } of pendingIn(round)) {
    if (!vote.expiresAt || vote.expiresAt > now || vote.stuckAt) continue
    if (step.definition.onExpiry === 'END') {
      Object.assign(vote, { state: 'EXPIRED', remindAt: null, expiresAt: null })
      continue
    }
    const next = await nextInLine(ground, round, step, vote)
    if ('id' in next) {
      news.passedOn.push({ from: vote, to: passOn(step, vote, next.id, 'EXPIRED', ground.hours, now) })
    } else {
      // Whoever has it may still decide; an admin is told once.
      vote.stuckAt = now
      news.stuck.push(next)
    }
  }
}

async function nextInLine(
  { tx, request, sample }: Ground,
  round: Round,
  step: Step,
  vote: Vote,
): Promise<{ id: string } | { reason: string }> {
  const isNext = step.definition.onExpiry === 'NEXT'
  const sources = isNext ? step.definition.next : [{ kind: 'MANAGER' as const, level: 1 }]
  const from = isNext ? sample : { ...sample, requesterId: vote.personId, createdById: null }
  const [found] = await findApprovers(tx, [sources], from, barredFrom(round, sample))
  const [person] = found?.approvers ?? []
  if (!person) return { reason: words.nobodyNext }
  if (request.isConfidential && !(await seersAmong(tx, request, [person.id])).has(person.id)) {
    return { reason: words.notSeen }
  }
  return { id: person.id }
}
