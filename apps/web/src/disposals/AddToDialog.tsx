import { disposals } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './Disposals.module.css'
import NewDisposalDialog from './NewDisposalDialog.tsx'
import { disposalWords as words } from './words.ts'

type AddToDialogProps = { assetIds: readonly string[]; onClose: () => void; onAdded: () => void }

/** Into a batch that is still a draft, or into a new one. */
export default function AddToDialog({ assetIds, onClose, onAdded }: AddToDialogProps) {
  const router = useRouter()
  const drafts = useRead(disposals.list, { query: { state: 'DRAFT', limit: 50 } })
  const [id, setId] = useState('')
  const [isNew, setNew] = useState(false)
  const change = useCommand(disposals.change)
  const known = drafts.data?.data ?? []
  const lead = (to: string) => {
    onAdded()
    router.history.push(`/disposals/${to}`)
  }
  if (isNew)
    return <NewDisposalDialog assetIds={assetIds} onClose={onClose} onBegun={(made) => lead(made.id)} />
  async function confirm() {
    if (id === '') return setNew(true)
    const changed = await change
      .mutateAsync({ params: { id }, body: { add: [...assetIds] } })
      .catch(() => null)
    if (!changed) return
    toast(words.addedTo(assetIds.length, changed.number))
    onClose()
    lead(changed.id)
  }
  return (
    <Dialog
      opened
      title={words.addTo}
      confirmLabel={id === '' ? words.begin : words.addDo}
      busy={change.isPending}
      problem={change.error ?? drafts.error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <NativeSelect
        label={words.which}
        value={id}
        data={[
          { value: '', label: words.toNew },
          ...known.map((one) => ({ value: one.id, label: words.toOld(one.number, one.name) })),
        ]}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      {(problemOf(change.error)?.conflicts ?? []).map((one) => (
        <span key={`${one.subjectId} ${one.message}`} className={classes.fault}>
          {one.message}
        </span>
      ))}
    </Dialog>
  )
}
