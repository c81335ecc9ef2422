import { type Correction, corrections } from '@deskhand/contract'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useDecision } from '../requests/portal/useDecision.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { correctionWords as words } from './words.ts'

type RefuseDialogProps = { correction: Correction; onClose: () => void }

/** The second person's no, with its reason for who proposed it. */
export default function RefuseDialog({ correction, onClose }: RefuseDialogProps) {
  const { id, referenceNumber: reference } = correction
  const [reason, setReason] = useState('')
  const refuse = useDecision(corrections.refuse, () => {
    toast(words.isRefused(reference))
    onClose()
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.refuseTitle(reference)}
      confirmLabel={words.refuseConfirm}
      busy={refuse.isPending}
      problem={refuse.error}
      onConfirm={() => refuse.mutate({ params: { id }, body: { reason } })}
    >
      <Textarea
        required
        autosize
        minRows={3}
        label={words.refuseReason}
        value={reason}
        error={fieldProblem(refuse.error, 'reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
