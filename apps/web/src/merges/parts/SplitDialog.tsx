import { type Activity, type Request, successors } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { mergeWords as words } from '../words.ts'
import classes from './UnmergeDialog.module.css'

type SplitDialogProps = { request: Request; entry: Activity; onClose: () => void }

/** Makes a request of its own out of one entry. */
export default function SplitDialog({ request, entry, onClose }: SplitDialogProps) {
  const [summary, setSummary] = useState(entry.message.split('\n')[0]?.slice(0, 120) ?? '')
  const { mutateAsync, isPending, error } = useCommand(successors.split)
  async function confirm() {
    const made = await mutateAsync({
      params: { id: request.id },
      body: { activityIds: [entry.id], summary },
    }).catch(() => null)
    if (!made) return
    toast(words.splitDone(made.referenceNumber))
    onClose()
  }
  return (
    <Dialog
      opened
      title={words.splitTitle}
      confirmLabel={words.splitConfirm}
      busy={isPending}
      problem={error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{words.splitAbout}</p>
      <p className={classes.text}>{entry.message}</p>
      <TextInput
        data-autofocus
        label={words.splitSummary}
        maxLength={500}
        value={summary}
        error={fieldProblem(error, 'summary') ?? fieldProblem(error, 'activityIds')}
        onChange={({ currentTarget }) => setSummary(currentTarget.value)}
      />
    </Dialog>
  )
}
