import { type AssetReservation, assetReservations } from '@deskhand/contract'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useCommand } from '../api.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { reservationWords as words } from './words.ts'

const ReturnDialog = lazy(() => import('./ReturnDialog.tsx'))
const ChangeDialog = lazy(() => import('./ChangeDialog.tsx'))

type Move = AssetReservation['moves'][number]

/** Confirming, handing out, taking back, changing and cancelling, each with its undo, and the dialog that is open. */
export function useReservationDeeds(): {
  move: (reservation: AssetReservation, to: Move) => void
  change: (reservation: AssetReservation) => void
  isBusy: boolean
  dialogs: ReactNode
} {
  const [open, setOpen] = useState<{ deed: 'return' | 'change'; reservation: AssetReservation } | null>(null)
  const { undo, dialog } = useUndo()
  const transition = useCommand(assetReservations.transition)

  async function carryOut(reservation: AssetReservation, to: Move) {
    try {
      const done = await transition.mutateAsync({ params: { id: reservation.id }, body: { to } })
      toast(words.done[to](reservation.name), { undo: () => undo(done.operationId, 1) })
    } catch (thrown) {
      const problem = problemOf(thrown)
      if (problem) toast(problem.detail)
    }
  }
  const close = () => setOpen(null)
  return {
    move: (reservation, to) =>
      to === 'COMPLETE' ? setOpen({ deed: 'return', reservation }) : void carryOut(reservation, to),
    change: (reservation) => setOpen({ deed: 'change', reservation }),
    isBusy: transition.isPending,
    dialogs: (
      <>
        {dialog}
        {open ? (
          <Suspense fallback={null}>
            {open.deed === 'return' ? (
              <ReturnDialog reservation={open.reservation} onClose={close} />
            ) : (
              <ChangeDialog reservation={open.reservation} onClose={close} />
            )}
          </Suspense>
        ) : null}
      </>
    ),
  }
}
