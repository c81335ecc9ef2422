import { type Disposal, disposals } from '@deskhand/contract'
import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { disposalWords as words } from './words.ts'

export default function ChangeDialog({ disposal, onClose }: { disposal: Disposal; onClose: () => void }) {
  const [name, setName] = useState(disposal.name)
  const [partner, setPartner] = useState(disposal.partner ?? '')
  const [notes, setNotes] = useState(disposal.notes ?? '')
  const change = useCommand(disposals.change)
  const isNameless = name.trim() === ''
  async function confirm() {
    if (isNameless) return
    const body = { name: name.trim(), partner: partner.trim() || null, notes: notes.trim() || null }
    const changed = await change
      .mutateAsync({ params: { id: disposal.id }, ifMatch: disposal.version, body })
      .catch(() => null)
    if (!changed) return
    toast(words.saved)
    onClose()
  }
  return (
    <Dialog
      opened
      title={words.changeTitle}
      confirmLabel={words.save}
      busy={change.isPending}
      problem={change.error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <TextInput
        required
        label={words.name}
        maxLength={120}
        value={name}
        error={isNameless ? words.nameNeeded : (fieldProblem(change.error, 'name') ?? null)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.partner}
        description={words.partnerHelp}
        maxLength={200}
        value={partner}
        error={fieldProblem(change.error, 'partner') ?? null}
        onChange={(event) => setPartner(event.currentTarget.value)}
      />
      <Textarea
        label={words.notes}
        autosize
        minRows={2}
        maxLength={4000}
        value={notes}
        error={fieldProblem(change.error, 'notes') ?? null}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
    </Dialog>
  )
}
