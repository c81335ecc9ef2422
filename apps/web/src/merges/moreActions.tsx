import type { Request } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { Opening } from '../ui/Opening.tsx'
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
      <Opening>
        <MergeDialog key="merge" request={request} onClose={() => setOpen(false)} />
      </Opening>
    ) : null,
  }
}
