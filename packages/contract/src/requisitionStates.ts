import * as z from 'zod'
import { moves } from './moves.ts'
import type { RequestState } from './requestStates.ts'

export const RequisitionState = z.enum([
  'SUBMITTED',
  'IN_APPROVAL',
  'APPROVED',
  'ORDERED',
  'FULFILLED',
  'REJECTED',
  'CANCELLED',
])
export type RequisitionState = z.output<typeof RequisitionState>

const cancel = { by: ['requester'], word: 'cancelled' } as const
const ask = { by: ['system'], word: 'sent to be approved' } as const

/**
 * The life of a purchase requisition up to buying. What is not sent yet is a draft (`/requests/drafts`); approving and
 * rejecting is its approvers' business and follows from their votes.
 */
export const requisitionStates = moves<RequisitionState, 'reason'>(
  'requisition',
  {
    SUBMITTED: { adjective: 'submitted', become: 'be submitted again' },
    IN_APPROVAL: { adjective: 'not yet approved', become: 'be sent to be approved' },
    APPROVED: { adjective: 'approved', become: 'be approved' },
    ORDERED: { adjective: 'ordered', become: 'be ordered' },
    FULFILLED: { adjective: 'fulfilled', become: 'be fulfilled' },
    REJECTED: { adjective: 'rejected', become: 'be rejected' },
    CANCELLED: { adjective: 'cancelled', become: 'be cancelled' },
  },
  {
    SUBMITTED: { IN_APPROVAL: ask, APPROVED: { by: ['system'], word: 'approved' }, CANCELLED: cancel },
    IN_APPROVAL: {
      APPROVED: { by: ['approver'], word: 'approved' },
      REJECTED: { by: ['approver'], word: 'rejected' },
      CANCELLED: cancel,
    },
    APPROVED: {
      IN_APPROVAL: ask,
      ORDERED: { by: ['technician'], word: 'handed over to buying' },
      CANCELLED: cancel,
    },
    ORDERED: {
      APPROVED: { by: ['technician'], requires: ['reason'], word: 'taken back from buying' },
      FULFILLED: { by: ['technician'], word: 'fulfilled' },
    },
    FULFILLED: {},
    REJECTED: {},
    CANCELLED: {},
  },
)

type Standing = {
  status: RequestState
  resolutionCode: string | null
  approvalStatus: string | null
  procurementStatus: string | null
}

/** Where a requisition is, by its request, its approval and what was ordered: nothing of its own is kept. */
export function requisitionStateOf(standing: Standing): RequisitionState {
  const { status, resolutionCode, approvalStatus, procurementStatus } = standing
  if (status === 'REJECTED') return 'REJECTED'
  if (status === 'RESOLVED')
    return resolutionCode === 'WITHDRAWN' || resolutionCode === 'DUPLICATE' ? 'CANCELLED' : 'FULFILLED'
  if (procurementStatus !== null && procurementStatus !== 'PENDING') return 'ORDERED'
  if (approvalStatus === 'PENDING') return 'IN_APPROVAL'
  const isAgreed = approvalStatus === 'APPROVED'
  return isAgreed || status === 'APPROVED' || status === 'IN_PROGRESS' || status === 'WAITING'
    ? 'APPROVED'
    : 'SUBMITTED'
}
