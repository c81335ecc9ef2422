import type { ApprovalStatus, Money, PassedOn, PolicyStep, StepStatus, VoteState } from '@deskhand/contract'
import type { Bound, Change } from './fingerprint.ts'

export type Vote = {
  id: string
  seat: number
  personId: string
  /** Whose it was at first. */
  forPersonId: string | null
  passedOn: PassedOn | null
  state: VoteState
  comment: string | null
  question: string | null
  via: 'APP' | 'LINK' | null
  signature: unknown
  askedAt: Date
  dueAt: Date
  remindAt: Date | null
  expiresAt: Date | null
  pausedAt: Date | null
  remindedAt: Date | null
  stuckAt: Date | null
  decidedAt: Date | null
}

export type Step = {
  id: string
  position: number
  name: string
  definition: PolicyStep
  status: StepStatus
  reason: string | null
  isStuck: boolean
  activatedAt: Date | null
  endedAt: Date | null
  votes: Vote[]
}

/** One round of asking as commands hold it, under the lock of its request. */
export type Round = {
  id: string
  requestId: string
  round: number
  policyId: string
  policyVersion: number
  /** A rule asked for it: it holds although its policy does not fit by itself. */
  isAsked: boolean
  status: ApprovalStatus
  fingerprint: string
  bound: Bound
  amount: Money | null
  ownAmount: Money | null
  costCenter: string | null
  justification: string | null
  needsSignature: boolean
  startedAt: Date
  endedAt: Date | null
  endReason: string | null
  endComment: string | null
  changes: Change[] | null
  steps: Step[]
}

export const isOpen = ({ state }: Pick<Vote, 'state'>): boolean =>
  state === 'PENDING' || state === 'INFO_REQUESTED'

export const votesOf = (round: Pick<Round, 'steps'>): Vote[] => round.steps.flatMap(({ votes }) => votes)

/** Who has or had a say that counts: not those whose vote went to somebody else. */
export const sayIn = (votes: readonly Vote[]): Set<string> =>
  new Set(
    votes
      .filter((vote) => isOpen(vote) || vote.state === 'APPROVED' || vote.state === 'REJECTED')
      .map(({ personId }) => personId),
  )

/** How the holder of each seat stands: of those it was passed on by, none; where it was lost, the loss. */
export function seatsOf(votes: readonly Vote[]): Vote[] {
  const holders = new Map<number, Vote>()
  for (const vote of votes) {
    const isGone = vote.state === 'DELEGATED' || vote.state === 'EXPIRED'
    if (!isGone || !holders.has(vote.seat)) holders.set(vote.seat, vote)
  }
  return [...holders.values()]
}

/** How many of so many must agree. */
export function neededOf(rule: PolicyStep['rule'], seats: number): number {
  switch (rule.kind) {
    case 'ANY':
      return 1
    case 'ALL':
      return seats
    case 'QUORUM':
      return rule.count
    case 'PERCENT':
      return Math.max(1, Math.ceil((seats * rule.percent) / 100))
  }
}

/**
 * How a step stands: agreed when its rule is met, rejected when a no makes that impossible, expired when only lost
 * votes do.
 */
export function judge({ definition, votes }: Pick<Step, 'definition' | 'votes'>) {
  const seats = seatsOf(votes)
  const count = (state: VoteState) => seats.filter((vote) => vote.state === state).length
  const needed = neededOf(definition.rule, seats.length)
  const yes = count('APPROVED')
  if (yes >= needed) return 'APPROVED' as const
  if (yes + seats.filter(isOpen).length >= needed) return 'OPEN' as const
  return count('REJECTED') > 0 ? ('REJECTED' as const) : ('EXPIRED' as const)
}

/** Ends a round: what is still open does not count any more, what was said stays to be seen. */
export function endRound(
  round: Round,
  status: Exclude<ApprovalStatus, 'PENDING'>,
  now: Date,
  reason: string | null = null,
  comment: string | null = null,
): void {
  round.status = status
  round.endedAt = now
  round.endReason = reason
  round.endComment = comment
  for (const step of round.steps) {
    for (const vote of step.votes) if (isOpen(vote)) vote.state = 'ABSTAINED'
    if (step.status === 'WAITING' || step.status === 'ACTIVE') {
      step.status = 'SKIPPED'
      step.isStuck = false
      step.reason ??= reason
      step.endedAt = now
    }
  }
}
