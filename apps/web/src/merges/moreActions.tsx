import type { Request } from '@deskhand/contract'
import { lazy, Suspense, useState } from 'react'
import { mergeWords } from './words.ts'

const MergeDialog = lazy(() => import('./parts/MergeDialog.tsx'))

/** M: merge duplicates into the request that is open. */
export function useMergeAction(request: Request) {
  const [isOpen, setOpen] = useState(false)
  const mayMerge = request.can.includes('note') && !request.isMerged
  return {
    actions: mayMerge
      ? [
          {
            id: 'merge',
            label: mergeWords.merge,
            keys: 'm',
            disabledReason: null,
            run: () => setOpen(true),
          },
        ]
      : [],
    dialogs: isOpen ? (
      <Suspense>
        <MergeDialog key="merge" request={request} onClose={() => setOpen(false)} />
      </Suspense>
    ) : null,
  }
}
