import { type Asset, assetRelations } from '@deskhand/contract'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { type Picked, ThingPicker } from '../custody/TargetField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { problemOf } from '../ui/problem.ts'
import { relationWords as words } from './words.ts'

type PutInDialogProps = {
  asset: Asset
  inside: readonly { id: string }[]
  onDone: (part: string, operationId: string | null) => void
  onClose: () => void
}

/** Puts one more thing into a thing. */
export function PutInDialog({ asset, inside, onDone, onClose }: PutInDialogProps) {
  const [part, setPart] = useState<Picked | null>(null)
  const [isTried, setTried] = useState(false)
  const set = useCommand(assetRelations.setComponents, {
    onSuccess: ({ operationId }) => {
      onDone(part?.name ?? '', operationId)
      onClose()
    },
  })
  function confirm() {
    setTried(true)
    if (part)
      set.mutate({
        params: { id: asset.id },
        body: { assetIds: [...inside.map(({ id }) => id), part.id] },
      })
  }
  return (
    <Dialog
      opened
      title={words.putInTitle(asset.assetTag)}
      confirmLabel={words.putIn}
      busy={set.isPending}
      problem={set.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      <ThingPicker
        label={words.thing}
        value={part}
        error={isTried && !part ? words.missing : (problemOf(set.error)?.errors?.[0]?.message ?? null)}
        onChange={setPart}
      />
    </Dialog>
  )
}
