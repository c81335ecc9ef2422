import { lazy, useState } from 'react'
import type { UseBulkAction } from '../assets/bulkActions.ts'
import { Opening } from '../ui/Opening.tsx'
import { disposalWords as words } from './words.ts'

const AddToDialog = lazy(() => import('./AddToDialog.tsx'))

/** All that is picked goes into one batch. */
export const useBulkDisposal: UseBulkAction = (rows, letGo) => {
  const [isOpen, setOpen] = useState(false)
  return {
    actions: [{ id: 'assets.dispose', label: words.addTo, disabledReason: null, run: () => setOpen(true) }],
    dialogs: isOpen ? (
      <Opening>
        <AddToDialog assetIds={rows.map(({ id }) => id)} onClose={() => setOpen(false)} onAdded={letGo} />
      </Opening>
    ) : null,
  }
}
