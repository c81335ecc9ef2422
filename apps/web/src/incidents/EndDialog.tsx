import { incidents } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toast.tsx'
import { leadWords as words } from './words.ts'

/** Ends an incident, with one last word to all who have it. */
export default function EndDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [text, setText] = useState('')
  const end = useCommand(incidents.end)
  const confirm = () =>
    end.mutate(
      { params: { id }, body: { message: text.trim() || null } },
      {
        onSuccess: () => {
          onClose()
          toast(words.ended)
        },
      },
    )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.endTitle}
      confirmLabel={words.endConfirm}
      onConfirm={confirm}
      busy={end.isPending}
      problem={end.error}
    >
      <p>{words.endConsequence}</p>
      <Textarea
        data-autofocus
        label={words.lastWord}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Dialog>
  )
}
