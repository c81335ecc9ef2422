import { createHash } from 'node:crypto'
import { surveyDays } from '@deskhand/contract'

const day = 86_400_000
/** Ends that say nothing about the help: taken back, asked twice, never answered. */
const unasked = ['WITHDRAWN', 'DUPLICATE', 'NO_RESPONSE']

/** The facts of a solution that decide whether whoever asked is asked how it went. */
export type Solution = {
  requesterId: string
  actorId: string | null
  assignedToId: string | null
  isConfidential: boolean
  resolutionCode: string | null
}

/** Nobody is asked about their own work, about what is confidential, or where nobody helped. */
export const isWorthAsking = ({
  requesterId,
  actorId,
  assignedToId,
  isConfidential,
  resolutionCode,
}: Solution): boolean =>
  !isConfidential &&
  requesterId !== actorId &&
  requesterId !== assignedToId &&
  resolutionCode !== null &&
  !unasked.includes(resolutionCode)

/** Whether a request is among the so many in a hundred that are asked about; the same request always answers the same. */
export function isSampled(requestId: string, percent: number): boolean {
  const draw = createHash('sha256').update(requestId).digest().readUInt32BE(0) % 100
  return draw < percent
}

/** Up to when it may be answered, or the answer changed. */
export function openUntil({ askedAt, answeredAt }: { askedAt: Date; answeredAt: Date | null }): Date {
  return answeredAt
    ? new Date(answeredAt.getTime() + surveyDays.toChange * day)
    : new Date(askedAt.getTime() + surveyDays.toAnswer * day)
}

/** Whoever was asked after this moment is not asked again yet. */
export const askedSince = (now: Date): Date => new Date(now.getTime() - surveyDays.betweenAsking * day)
