import { type Asset, assetRelations, RelationKind } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { type Picked, ThingPicker } from '../custody/TargetField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { relationWords as words } from './words.ts'

/** Says what a thing is to another. */
export function RelationDialog({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const [type, setType] = useState<RelationKind>('DEPENDS_ON')
  const [other, setOther] = useState<Picked | null>(null)
  const [isTried, setTried] = useState(false)
  const add = useCommand(assetRelations.add, {
    onSuccess: (made) => {
      toast(words.added(asset.assetTag, words.kinds[type], made.asset.assetTag))
      onClose()
    },
  })
  function confirm() {
    setTried(true)
    if (other) add.mutate({ params: { id: asset.id }, body: { type, assetId: other.id } })
  }
  return (
    <Dialog
      opened
      title={words.addTitle(asset.assetTag)}
      confirmLabel={words.save}
      busy={add.isPending}
      problem={add.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      <NativeSelect
        label={words.kind(asset.assetTag)}
        data={RelationKind.options.map((value) => ({ value, label: words.kinds[value] }))}
        value={type}
        onChange={(event) => setType(RelationKind.parse(event.currentTarget.value))}
      />
      <ThingPicker
        label={words.thing}
        value={other}
        error={isTried && !other ? words.missing : fieldProblem(add.error, 'assetId')}
        onChange={setOther}
      />
    </Dialog>
  )
}
