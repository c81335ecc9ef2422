import { lazy, Suspense, useState } from 'react'
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
      <Suspense fallback={null}>
        <ManyLifeDialog rows={rows} onClose={() => setOpen(false)} onDone={letGo} />
      </Suspense>
    ) : null,
  }
}
