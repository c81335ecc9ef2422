import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { designerWords as words } from './words.ts'

type PublishDialogProps = {
  name: string
  opened: boolean
  busy: boolean
  problem: unknown
  onClose: () => void
  onPublish: (note: string) => void
}

/** What publishing means, and what is new, before it happens. */
export function PublishDialog({ name, opened, busy, problem, onClose, onPublish }: PublishDialogProps) {
  const [note, setNote] = useState('')
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={words.publishTitle(name)}
      confirmLabel={words.publish}
      busy={busy}
      problem={problem}
      onConfirm={() => onPublish(note)}
    >
      <p>{words.publishAbout}</p>
      <TextInput
        label={words.publishNote}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  )
}
