import { lazy, useState } from 'react'
import type { UseAssetAction } from '../assets/actions.ts'
import { nameOf } from '../assets/columns.tsx'
import { useMe } from '../shell/session.ts'
import { Opening } from '../ui/Opening.tsx'
import { equipmentWords as words } from './words.ts'

const SayDialog = lazy(() => import('./SayDialog.tsx'))

/** Whoever has a thing says on its page, where its label leads, that something is wrong with it. */
export const useFaultAction: UseAssetAction = (asset) => {
  const [isOpen, setOpen] = useState(false)
  const isMine = useMe().id === asset.personId
  if (!isMine) return { actions: [] }
  return {
    actions: [
      {
        id: 'equipment.fault',
        label: words.fault,
        isMain: true,
        disabledReason: null,
        run: () => setOpen(true),
      },
    ],
    dialogs: isOpen ? (
      <Opening>
        <SayDialog
          thing={{ id: asset.id, name: nameOf(asset) }}
          saying="fault"
          onClose={() => setOpen(false)}
        />
      </Opening>
    ) : null,
  }
}
