import { type Licence, licences } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { type Target, TargetField, type TargetKind } from '../../custody/TargetField.tsx'
import { useUndo } from '../../operations/useUndo.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { seatWords as words } from '../words.ts'

const kindsOf: Record<Licence['kind'], readonly TargetKind[]> = {
  PER_PERSON: ['person'],
  PER_DEVICE: ['thing'],
  FLOATING: ['person', 'thing'],
}

/** Gives a seat to a person or a thing, as the kind of the licence says. */
export function AssignDialog({ licence, onClose }: { licence: Licence; onClose: () => void }) {
  const kinds = kindsOf[licence.kind]
  const [target, setTarget] = useState<Target>({ kind: kinds[0] ?? 'person', picked: null })
  const [note, setNote] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { undo, dialog } = useUndo()
  const assign = useCommand(licences.assign)

  async function confirm() {
    const { kind, picked } = target
    setFault(picked ? null : words.missing[kind === 'thing' ? 'thing' : 'person'])
    if (!picked) return
    const to = kind === 'thing' ? { assetId: picked.id } : { personId: picked.id }
    const body = { ...to, ...(note.trim() && { note: note.trim() }) }
    const given = await assign.mutateAsync({ params: { id: licence.id }, body }).catch(() => null)
    if (!given) return
    toast(words.given(picked.name), { undo: () => undo(given.operationId, 1) })
    onClose()
  }
  return (
    <>
      <Dialog
        opened
        onClose={onClose}
        title={words.assignTitle(licence.name)}
        confirmLabel={words.give}
        busy={assign.isPending}
        problem={assign.error}
        onConfirm={() => void confirm()}
      >
        <TargetField
          kinds={kinds}
          value={target}
          onChange={setTarget}
          error={
            fault ?? fieldProblem(assign.error, 'personId') ?? fieldProblem(assign.error, 'assetId') ?? null
          }
        />
        <TextInput
          label={words.note}
          maxLength={300}
          value={note}
          error={fieldProblem(assign.error, 'note') ?? null}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Dialog>
      {dialog}
    </>
  )
}
