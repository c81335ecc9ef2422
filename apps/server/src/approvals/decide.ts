import type { Decision } from '@deskhand/contract'
import { policyVersion } from '../approval-policies/access.ts'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Db } from '../platform/db/kysely.ts'
import type { Platform } from '../platform/platform.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { addActivity, movesByApproval, type RequestRecord } from '../requests/access.ts'
import { move, moveBySystem } from '../requests/commands/move.ts'
import { aboutWith, hoursOf, namesOf, sampleOf, type Work } from './access.ts'
import { advance, noNews } from './advance.ts'
import { boundOf, isStill } from './fingerprint.ts'
import { type Round, type Step, sayIn, type Vote, votesOf } from './round.ts'
import { giveBack, letGo, publish, publishEnd } from './settle.ts'
import { writeRound } from './storeRound.ts'
import { words } from './words.ts'

export type Inside = Work & { db: Db; actor: Actor; platform: Platform }
export type Say = {
  decision: Decision
  comment?: string | undefined
  via: 'APP' | 'LINK'
  /** Kept with the vote: who signed what, and when. */
  signature: Record<string, unknown> | null
}

/** The vote of this person that counts now, or why they have none to give. */
export function myVote(round: Round, personId: string): { step: Step; vote: Vote } | string {
  const mine = round.steps.flatMap((step) =>
    step.votes.filter((vote) => vote.personId === personId).map((vote) => ({ step, vote })),
  )
  const open = mine.find(({ vote }) => vote.state === 'PENDING')
  if (open && round.status === 'PENDING') return open
  const last = mine.at(-1)?.vote.state
  if (last === 'APPROVED' || last === 'REJECTED') return words.decided
  if (round.status !== 'PENDING') return words.over[round.status]
  if (last === 'INFO_REQUESTED') return words.asking
  if (last === 'DELEGATED') return words.passedOn
  if (last === 'EXPIRED') return words.lost
  return last === 'ABSTAINED' ? words.moot : words.notAsked
}

/** Why this vote cannot be given now, or null: the one question that every door asks. */
export async function refusalToDecide(
  { tx }: Work,
  request: RequestRecord,
  round: Round,
  personId: string,
): Promise<Stop | null> {
  const mine = myVote(round, personId)
  if (mine === words.notAsked) return new Stop('forbidden', mine)
  if (typeof mine === 'string') return new Stop('state', mine)
  if (personId === request.requesterId || personId === request.createdById) {
    return new Stop('forbidden', words.own)
  }
  const others = votesOf(round).filter(({ id }) => id !== mine.vote.id)
  if (sayIn(others).has(personId)) return new Stop('forbidden', words.twice)
  const waits = request.status === 'IN_REVIEW' || request.status === 'ACTION_REQUIRED'
  if (!waits || request.closedAt)
    return new Stop('state', words.notNow, { allowed: movesByApproval(request) })
  const { definition } = await policyVersion(tx, round.policyId, round.policyVersion)
  const isSame = isStill(round.bound, boundOf(request, definition), definition.tolerancePercent)
  return isSame ? null : new Stop('state', words.changed)
}

/** Gives a vote on a locked request, and carries the round and the request as far as that takes them. */
export async function giveVote(
  inside: Inside,
  request: RequestRecord,
  round: Round,
  { decision, comment, via, signature }: Say,
): Promise<void> {
  const { tx, actor, record } = inside
  const refusal = await refusalToDecide(inside, request, round, actor.id)
  if (refusal) throw refusal
  const mine = myVote(round, actor.id)
  if (typeof mine === 'string') throw new Stop('state', mine)
  if (decision !== 'APPROVED' && !comment) {
    throw refuseField('comment', decision === 'REJECTED' ? words.sayWhy : words.sayWhat)
  }
  if (round.needsSignature && decision !== 'INFO_REQUESTED' && !signature) {
    throw new Stop('step_up_required', words.signature)
  }
  if (decision === 'INFO_REQUESTED' && request.status !== 'IN_REVIEW') {
    throw new Stop('state', words.questionOpen)
  }
  const { step, vote } = mine
  const now = clock.now()
  vote.via = via
  if (decision === 'INFO_REQUESTED') {
    Object.assign(vote, { state: decision, question: comment ?? null, pausedAt: now })
  } else {
    Object.assign(vote, { state: decision, comment: comment ?? null, decidedAt: now, signature })
  }
  const hadQuestion = votesOf(round).some(({ state }) => state === 'INFO_REQUESTED')
  const news = noNews()
  const { definition: terms } = await policyVersion(tx, round.policyId, round.policyVersion)
  if (decision !== 'INFO_REQUESTED') {
    const ground = { tx, request, sample: await sampleOf(tx, request), terms, hours: await hoursOf(tx) }
    await advance(ground, round, news)
  }
  await writeRound(tx, round)
  record('approval.decided', aboutWith(request, [vote.personId]), {
    approvalId: round.id,
    voteId: vote.id,
    decision: vote.state,
    personId: vote.personId,
    forPersonId: vote.forPersonId,
    via,
    isSigned: signature !== null,
    comment: comment ?? null,
  })
  if (decision === 'INFO_REQUESTED') {
    await move(inside, request, { to: 'ACTION_REQUIRED', question: comment }, ['approver'])
    return
  }
  await writeLine(inside, request, { round, step, vote })
  await publish(inside, request, round, news)
  if (round.status === 'PENDING') return
  publishEnd(inside, request, round)
  if (round.status === 'APPROVED') await letGo(inside, request, terms, hadQuestion)
  else if (round.status === 'REJECTED') await reject(inside, request, comment ?? words.reasons.rejected)
  else await giveBack(inside, request)
}

async function writeLine(
  { tx, actor }: Inside,
  request: RequestRecord,
  { round, step, vote }: { round: Round; step: Step; vote: Vote },
): Promise<void> {
  const { forPersonId, state, comment } = vote
  const forName = forPersonId ? ((await namesOf(tx, [forPersonId])).get(forPersonId) ?? null) : null
  const isYes = state === 'APPROVED'
  const sentence = (isYes ? words.approved : words.rejected)(actor.name, forName)
  await addActivity(tx, request, actor, {
    activityType: isYes ? 'APPROVAL' : 'REJECTION',
    message: comment ? `${sentence} ${comment}` : sentence,
    metadata: {
      event: 'approval_decided',
      approvalId: round.id,
      step: step.name,
      ...(comment ? { comment } : {}),
    },
  })
}

/** In the name of whoever said no. A question that was open on the way is settled with it. */
async function reject(inside: Inside, request: RequestRecord, reason: string): Promise<void> {
  const [at = request] =
    request.status === 'ACTION_REQUIRED'
      ? await moveBySystem(inside, [request], { to: 'IN_REVIEW', reviewKind: 'APPROVAL' })
      : []
  await move(inside, at, { to: 'REJECTED', reason }, ['approver'])
}
