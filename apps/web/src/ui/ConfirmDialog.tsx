import { Dialog } from './Dialog.tsx'

type ConfirmDialogProps = {
  opened: boolean
  onClose: () => void
  /** The question: "Delete IT-4921?" */
  title: string
  /** What follows from it: "It leaves every list. A supervisor can restore it." */
  consequence: string
  confirmLabel: string
  onConfirm: () => void
  tone?: 'primary' | 'danger'
  busy?: boolean
  problem?: unknown
}

/** Asks before what cannot be undone with a toast. */
export function ConfirmDialog({ consequence, tone = 'danger', ...dialog }: ConfirmDialogProps) {
  return (
    <Dialog {...dialog} tone={tone}>
      <p>{consequence}</p>
    </Dialog>
  )
}
