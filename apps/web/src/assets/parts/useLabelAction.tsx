import { lazy, useState } from 'react'
import { holds, useMe } from '../../shell/session.ts'
import { Opening } from '../../ui/Opening.tsx'
import type { UseAssetAction } from '../actions.ts'
import { thingWords as words } from '../thingWords.ts'

const LabelsDialog = lazy(() => import('../../labels/LabelsDialog.tsx'))

export const useLabelAction: UseAssetAction = (asset) => {
  const [isOpen, setOpen] = useState(false)
  if (!holds(useMe(), 'assets.read')) return { actions: [] }
  return {
    actions: [
      {
        id: 'assets.label',
        label: words.label,
        keys: 'Shift+l',
        isMain: true,
        disabledReason: null,
        run: () => setOpen(true),
      },
    ],
    dialogs: isOpen ? (
      <Opening>
        <LabelsDialog rows={[asset]} onClose={() => setOpen(false)} />
      </Opening>
    ) : null,
  }
}
