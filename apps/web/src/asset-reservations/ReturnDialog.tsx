import { type AssetReservation, assetReservations } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { useAlong } from '../custody/AccessoriesField.tsx'
import { type Condition, ConditionField } from '../custody/ConditionField.tsx'
import { useUndo } from '../operations/useUndo.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toast.tsx'
import { reservationWords as words } from './words.ts'

type ReturnDialogProps = { reservation: AssetReservation; onClose: () => void }

/** Takes what was lent back, with its condition. */
export default function ReturnDialog({ reservation, onClose }: ReturnDialogProps) {
  const { id, name, assetId, personId } = reservation
  const [condition, setCondition] = useState<Condition>('GOOD')
  const [note, setNote] = useState('')
  const along = useAlong({ id: assetId ?? '', personId })
  const { undo, dialog } = useUndo()
  const transition = useCommand(assetReservations.transition)

  async function confirm() {
    const body = {
      to: 'COMPLETE' as const,
      condition,
      ...(note.trim() && { note: note.trim() }),
      ...along.said,
    }
    const back = await transition.mutateAsync({ params: { id }, body }).catch(() => null)
    if (!back) return
    toast(words.done.COMPLETE(name), { undo: () => undo(back.operationId, 1) })
    onClose()
  }
  return (
    <>
      <Dialog
        opened
        title={words.returnTitle(name)}
        confirmLabel={words.moves.COMPLETE}
        busy={transition.isPending}
        problem={transition.error}
        onClose={onClose}
        onConfirm={() => void confirm()}
      >
        <ConditionField value={condition} onChange={setCondition} />
        {along.field}
        <Textarea
          label={words.note}
          autosize
          minRows={1}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Dialog>
      {dialog}
    </>
  )
}
