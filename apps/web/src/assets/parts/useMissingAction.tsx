import { assetStates } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { Opening } from '../../ui/Opening.tsx'
import type { UseAssetAction } from '../actions.ts'
import { thingWords as words } from '../thingWords.ts'

const LifeDialog = lazy(() => import('./LifeDialog.tsx'))

export const useMissingAction: UseAssetAction = (asset) => {
  const [isOpen, setOpen] = useState(false)
  const { status, mayChange } = asset
  return {
    actions: [
      {
        id: 'assets.missing',
        label: words.missing,
        disabledReason: mayChange ? assetStates.refusal(status, 'MISSING') : words.onlyKeeper,
        run: () => setOpen(true),
      },
    ],
    dialogs: isOpen ? (
      <Opening>
        <LifeDialog
          asset={asset}
          to="MISSING"
          subStatus="LOST"
          subStatuses={['LOST', 'STOLEN']}
          requires={['report']}
          onClose={() => setOpen(false)}
        />
      </Opening>
    ) : null,
  }
}
