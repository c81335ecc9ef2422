import { desks, type Request, successors } from '@deskhand/contract'
import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useAddressQuery } from '../../address.ts'
import { useCommand, useRead } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldProblem } from '../../ui/problem.ts'
import { toast } from '../../ui/toast.tsx'
import { successorWords as words } from '../words.ts'

/** Moves a request to another desk. */
export default function TransferDialog({ request, onClose }: { request: Request; onClose: () => void }) {
  const [serviceDeskId, setDesk] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { change } = useAddressQuery()
  const { mutateAsync, isPending, error } = useCommand(successors.transfer)
  const all = useRead(desks.list, {}, { staleTime: 300_000 })
  async function confirm() {
    if (!serviceDeskId) return
    const moved = await mutateAsync({
      params: { id: request.id },
      ifMatch: request.version,
      body: { serviceDeskId, ...(reason.trim() && { reason: reason.trim() }) },
    }).catch(() => null)
    if (!moved) return
    toast(words.transferred(moved.formerReferenceNumber, moved.referenceNumber))
    onClose()
    change({ sel: null })
  }
  return (
    <Dialog
      opened
      title={words.transferTitle(request.referenceNumber)}
      confirmLabel={words.transferConfirm}
      disabledReason={serviceDeskId ? null : words.pickDesk}
      busy={isPending}
      problem={error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{words.transferAbout}</p>
      {request.isConfidential ? <p>{words.confidentialAbout}</p> : null}
      <Select
        data-autofocus
        label={words.desk}
        data={(all.data?.data ?? [])
          .filter(({ id }) => id !== request.serviceDeskId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={serviceDeskId}
        error={fieldProblem(error, 'serviceDeskId')}
        onChange={setDesk}
      />
      <Textarea
        autosize
        minRows={2}
        label={words.reason}
        description={words.reasonHelp}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </Dialog>
  )
}
