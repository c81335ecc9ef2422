import type { Party } from '@deskhand/contract'

/** Who a party is, as staff read it. */
const staff: Record<Party, string> = {
  REQUESTER: 'Requester',
  DESK: 'Desk',
  APPROVER: 'Approver',
  SUPPLIER: 'Supplier',
  CARRIER: 'Carrier',
  NOBODY: 'Nobody',
}

export const progressWords = {
  title: 'Who had it',
  portalTitle: 'How long it takes',
  parties: (desk: string) => ({ ...staff, DESK: desk }),
  /** As whoever asked reads it. */
  ownParties: (desk: string) => ({ ...staff, REQUESTER: 'You', DESK: desk }),
  summary: (parts: string) => `In whose hands it has been: ${parts}.`,
  part: (party: string, time: string) => `${party} ${time}`,
  expected: (likely: string, latest: string) =>
    likely === latest
      ? `Requests like this are mostly done by ${likely}.`
      : `Requests like this are mostly done by ${likely}, nearly always by ${latest}.`,
  basis: (count: number, basis: 'type' | 'desk') =>
    basis === 'type' ? `Learnt from ${count} of this kind.` : `Learnt from ${count} of this desk.`,
}
