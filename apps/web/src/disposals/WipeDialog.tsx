import { type Disposal, disposals, files, WipeMethod } from '@deskhand/contract'
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { useMe } from '../shell/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { dayOf, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import { useUploads } from '../uploads.ts'
import { methodWords, disposalWords as words } from './words.ts'

type WipeDialogProps = { disposal: Disposal; assetIds: readonly string[]; onClose: () => void }

/** How one was wiped, or several in the same way; a proof is of one thing. */
export default function WipeDialog({ disposal, assetIds, onClose }: WipeDialogProps) {
  const me = useMe()
  const now = useNow()
  const [only] = assetIds.length === 1 ? assetIds : []
  const known = disposal.things.find(({ assetId }) => assetId === only)?.wipe ?? null
  const [method, setMethod] = useState<WipeMethod>(known?.method ?? 'CRYPTO_ERASED')
  const [by, setBy] = useState(known?.by ?? me.name)
  const [on, setOn] = useState(known?.on ?? dayOf(now))
  const [reference, setReference] = useState(known?.reference ?? '')
  const [isTried, setTried] = useState(false)
  const uploads = useUploads(files.stage, {})
  const change = useCommand(disposals.change)
  const isNameless = by.trim() === ''
  async function confirm() {
    setTried(true)
    if (isNameless || on === '') return
    const [fileId] = uploads.ids
    const wipe = {
      method,
      by: by.trim(),
      on,
      ...(reference.trim() && { reference: reference.trim() }),
      ...(only && fileId && { fileId }),
    }
    const body = { wipes: assetIds.map((assetId) => ({ ...wipe, assetId })) }
    const changed = await change
      .mutateAsync({ params: { id: disposal.id }, ifMatch: disposal.version, body })
      .catch(() => null)
    if (!changed) return
    toast(words.wipeKept)
    onClose()
  }
  return (
    <Dialog
      opened
      title={words.wipeTitle}
      confirmLabel={words.wipeDo}
      busy={change.isPending || uploads.isBusy}
      problem={change.error}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <NativeSelect
        label={words.method}
        value={method}
        data={WipeMethod.options.map((value) => ({ value, label: methodWords[value] }))}
        onChange={({ currentTarget: { value } }) =>
          setMethod(WipeMethod.options.find((one) => one === value) ?? method)
        }
      />
      <TextInput
        required
        label={words.by}
        maxLength={200}
        value={by}
        error={isTried && isNameless ? words.byNeeded : (fieldProblem(change.error, 'wipes/0/by') ?? null)}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <TextInput
        required
        type="date"
        label={words.on}
        value={on}
        error={fieldProblem(change.error, 'wipes/0/on') ?? null}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <TextInput
        label={words.reference}
        maxLength={100}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      {only ? (
        <FilePicker
          label={words.proof}
          help={words.proofHelp}
          files={uploads.files}
          onAdd={(added) => {
            for (const one of uploads.files) uploads.remove(one.id)
            uploads.add(added.slice(0, 1))
          }}
          onRemove={uploads.remove}
          onRetry={uploads.retry}
        />
      ) : null}
    </Dialog>
  )
}
