import { custody } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { usePhotos } from '../asset-files/usePhotos.tsx'
import { useUndo } from '../operations/useUndo.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { useAlong } from './AccessoriesField.tsx'
import { type Condition, ConditionField } from './ConditionField.tsx'
import type { HandOverThing } from './HandOverDialog.tsx'
import { type Picked, PlacePicker } from './TargetField.tsx'
import { custodyWords as words } from './words.ts'

type CheckInDialogProps = {
  thing: HandOverThing & { personId: string | null }
  onClose: () => void
}

/** Takes a thing back: its condition is asked, the rest may stay as it is. */
export default function CheckInDialog({ thing, onClose }: CheckInDialogProps) {
  const { id, assetTag } = thing
  const [condition, setCondition] = useState<Condition>('GOOD')
  const [note, setNote] = useState('')
  const [place, setPlace] = useState<Picked | null>(null)
  const photos = usePhotos()
  const along = useAlong(thing)
  const { undo, dialog } = useUndo()
  const checkIn = useCommand(custody.checkIn)

  async function confirm() {
    const body = {
      condition,
      ...(note.trim() && { note: note.trim() }),
      ...(place && { locationId: place.id }),
      ...photos.said,
      ...along.said,
    }
    const back = await checkIn.mutateAsync({ params: { id }, body }).catch(() => null)
    if (!back) return
    const said = back.subStatus === 'TO_WIPE' ? words.done.wipe : words.done.back
    toast(said(assetTag), { undo: () => undo(back.operationId, 1) })
    onClose()
  }

  return (
    <>
      <Dialog
        opened
        title={words.checkInTitle(assetTag)}
        confirmLabel={words.checkIn}
        busy={checkIn.isPending}
        disabledReason={photos.reason}
        problem={checkIn.error}
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
        {photos.field}
        <PlacePicker
          label={words.where}
          description={words.whereAbout}
          value={place}
          error={fieldProblem(checkIn.error, 'locationId')}
          onChange={setPlace}
        />
      </Dialog>
      {dialog}
    </>
  )
}
