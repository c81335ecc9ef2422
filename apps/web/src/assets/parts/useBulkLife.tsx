import { lazy, useState } from 'react'
import { Opening } from '../../ui/Opening.tsx'
import type { UseBulkAction } from '../bulkActions.ts'
import { lifeWords } from '../thingWords.ts'

const ManyLifeDialog = lazy(() => import('./ManyLifeDialog.tsx'))

/** Moves all that is picked on in their lives, as one deed that can be undone. */
export const useBulkLife: UseBulkAction = (rows, letGo) => {
  const [isOpen, setOpen] = useState(false)
  return {
    actions: [
      {
        id: 'assets.bulk_life',
        label: lifeWords.change,
        keys: 's',
        disabledReason: null,
        run: () => setOpen(true),
      },
    ],
    dialogs: isOpen ? (
      <Opening>
        <ManyLifeDialog rows={rows} onClose={() => setOpen(false)} onDone={letGo} />
      </Opening>
    ) : null,
  }
}
