import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { requestWords as words } from '../words.ts'

type ReasonDialogProps = {
  opened: boolean
  onClose: () => void
  title: string
  label: string
  confirmLabel: string
  busy: boolean
  problem: unknown
  onConfirm: (reason: string) => void
}

/** A decision that needs a sentence to go with it. */
export function ReasonDialog({ label, onConfirm, ...dialog }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  function confirm() {
    setTried(true)
    if (!isMissing) onConfirm(reason.trim())
  }
  return (
    <Dialog {...dialog} onConfirm={confirm}>
      <Textarea
        data-autofocus
        label={label}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4000}
        value={reason}
        error={isTried && isMissing ? words.reasonMissing : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
