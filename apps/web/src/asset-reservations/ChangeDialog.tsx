import { type AssetReservation, assetReservations } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { useUndo } from '../operations/useUndo.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { FreeText, momentsOf, PeriodFields, periodOf } from './PeriodFields.tsx'
import { reservationWords as words } from './words.ts'

type ChangeDialogProps = { reservation: AssetReservation; onClose: () => void }

/** Moves a reservation, or extends what is out. */
export default function ChangeDialog({ reservation, onClose }: ChangeDialogProps) {
  const { id, name, state, version } = reservation
  const isOut = state === 'ONGOING' || state === 'OVERDUE'
  const [period, setPeriod] = useState(() => periodOf(reservation))
  const [isTried, setTried] = useState(false)
  const { undo, dialog } = useUndo()
  const change = useCommand(assetReservations.change)

  async function confirm() {
    const moments = momentsOf(period)
    setTried(true)
    if (!moments) return
    const body = isOut ? { endsAt: moments.endsAt } : moments
    const done = await change.mutateAsync({ params: { id }, body, ifMatch: version }).catch(() => null)
    if (!done) return
    toast(words.changed(name), { undo: () => undo(done.operationId, 1) })
    onClose()
  }
  const wish = reservation.assetId
    ? { assetId: reservation.assetId }
    : reservation.modelId
      ? { modelId: reservation.modelId }
      : { categoryId: reservation.categoryId }
  return (
    <>
      <Dialog
        opened
        title={isOut ? words.extendTitle(name) : words.changeTitle(name)}
        confirmLabel={words.save}
        busy={change.isPending}
        problem={change.error}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        <PeriodFields
          value={period}
          onChange={setPeriod}
          isEndOnly={isOut}
          errors={{
            start: fieldProblem(change.error, 'startsAt'),
            end:
              fieldProblem(change.error, 'endsAt') ??
              (isTried && momentsOf(period) === null ? words.needsPeriod : null),
          }}
        />
        <FreeText wish={wish} period={period} except={id} />
      </Dialog>
      {dialog}
    </>
  )
}
