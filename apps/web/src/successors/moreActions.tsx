import type { Request } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { Opening } from '../ui/Opening.tsx'
import { useFollowUp } from './useFollowUp.ts'
import { successorWords as words } from './words.ts'

const TransferDialog = lazy(() => import('./parts/TransferDialog.tsx'))

/** Moving to another desk while it is open, and following up when it is closed for good. */
export function useSuccessorActions(request: Request) {
  const [isMoving, setMoving] = useState(false)
  const { followUp } = useFollowUp(request)
  const { can, closedAt, status, isMerged } = request
  const isStaff = can.includes('tag')
  const isOpen = !closedAt && status !== 'RESOLVED' && status !== 'REJECTED'
  const isOver = closedAt !== null && !can.includes('reopen') && !isMerged
  return {
    actions: [
      ...(isStaff && isOpen
        ? [{ id: 'transfer', label: words.transfer, disabledReason: null, run: () => setMoving(true) }]
        : []),
      ...(isStaff && isOver
        ? [{ id: 'followUp', label: words.followUp, disabledReason: null, run: () => void followUp() }]
        : []),
    ],
    dialogs: isMoving ? (
      <Opening>
        <TransferDialog key="transfer" request={request} onClose={() => setMoving(false)} />
      </Opening>
    ) : null,
  }
}
