import { type Answers, kindFaults, type RequestKind } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { reserveLeave } from '../queries/countLeave.ts'
import { words } from '../words.ts'
import { refuseFaults } from './takeAnswers.ts'

type Given = {
  kind: RequestKind | null | undefined
  answers: Answers
  /** For whom it is. */
  requesterId: string
  actorId: string
  /** On a change: the request itself, and its answers so far. */
  requestId?: string
  before?: Answers
  /** The day that it is in the company. */
  today: string
}

/** Stops where answers break what Deskhand knows of their kind, whatever form asked for them and by whichever door. */
export async function mustFitKind(
  tx: Tx,
  { kind, answers, requesterId, actorId, requestId, before, today }: Given,
): Promise<void> {
  refuseFaults(kindFaults(kind ?? null, answers))
  const { startDate, endDate } = answers
  // Nobody is made ready for in the past; what began while it was worked on can still be changed in all else.
  const isLate = kind === 'ONBOARDING' && typeof startDate === 'string' && startDate < today
  if (isLate && startDate !== before?.['startDate'])
    refuseFaults([{ path: ['startDate'], message: words.begunBefore }])
  if (kind !== 'LEAVE' || typeof startDate !== 'string' || typeof endDate !== 'string') return
  const refusal = await reserveLeave(tx, { personId: requesterId, actorId, startDate, endDate, requestId })
  if (refusal) refuseFaults([{ path: ['startDate'], message: refusal }])
}
