import type { PolicyRecord } from '../approval-policies/access.ts'
import { justificationOf, needsSignature, type Sample } from '../approval-policies/rules.ts'
import { readRates } from '../exchange-rates/access.ts'
import { convert } from '../exchange-rates/rules.ts'
import { clock } from '../platform/clock/clock.ts'
import { newId } from '../platform/ids.ts'
import { about, type RequestRecord } from '../requests/access.ts'
import { hoursOf, type Work } from './access.ts'
import { advance, noNews } from './advance.ts'
import { boundOf, changesOf, fingerprintOf } from './fingerprint.ts'
import type { Round } from './round.ts'
import { giveBack, hold, letGo, publish, publishEnd } from './settle.ts'
import { writeRound, writeSight } from './storeRound.ts'

type Start = {
  request: RequestRecord
  policy: PolicyRecord
  sample: Sample
  before: Round | null
  isAsked?: boolean
}

/** Begins a new round on a locked request: nothing of an earlier one counts in it. Answers its id. */
export async function begin(
  work: Work,
  { request, policy, sample, before, isAsked = false }: Start,
): Promise<string> {
  const { tx, record } = work
  const { definition } = policy
  const bound = boundOf(request, definition)
  const rates = await readRates(tx)
  const now = clock.now()
  const { amount, costCenter } = sample
  const round: Round = {
    id: newId(),
    requestId: request.id,
    round: (before?.round ?? 0) + 1,
    policyId: policy.id,
    policyVersion: policy.version,
    isAsked,
    status: 'PENDING',
    fingerprint: fingerprintOf(bound),
    bound,
    amount,
    ownAmount: amount && convert(amount, rates.own, rates),
    costCenter,
    justification: justificationOf(sample.customFields, request.description)?.slice(0, 4000) ?? null,
    needsSignature: needsSignature(definition, sample, rates),
    startedAt: now,
    endedAt: null,
    endReason: null,
    endComment: null,
    changes: before ? changesOf(before.bound, bound) : null,
    steps: definition.steps.map((step, position) => ({
      id: newId(),
      position,
      name: step.name,
      definition: step,
      status: 'WAITING',
      reason: null,
      isStuck: false,
      activatedAt: null,
      endedAt: null,
      votes: [],
    })),
  }
  const news = noNews()
  const hours = await hoursOf(tx)
  await advance({ tx, request, sample, terms: definition, hours }, round, news)
  await writeRound(tx, round)
  record('approval.started', about(request), {
    approvalId: round.id,
    round: round.round,
    policyId: policy.id,
    policyVersion: policy.version,
  })
  const held = await hold(work, request)
  await publish(work, held, round, news)
  // All of its steps may have been below their limits.
  if (round.status !== 'PENDING') {
    publishEnd(work, held, round)
    if (round.status === 'APPROVED') await letGo(work, held, definition)
    else await giveBack(work, held)
  }
  await writeSight(tx, round)
  return round.id
}
