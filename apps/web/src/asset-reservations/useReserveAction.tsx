import { lazy, Suspense, useState } from 'react'
import type { UseAssetAction } from '../assets/actions.ts'
import { reservationWords as words } from './words.ts'

const ReserveDialog = lazy(() => import('./ReserveDialog.tsx'))

/** Keeps a thing for somebody, for whoever keeps such things. */
export const useReserveAction: UseAssetAction = (asset) => {
  const [isOpen, setOpen] = useState(false)
  if (!asset.mayChange || asset.status === 'RETIRED' || asset.status === 'VOID') return { actions: [] }
  return {
    actions: [
      {
        id: 'reservations.reserve',
        label: words.action,
        disabledReason: null,
        run: () => setOpen(true),
      },
    ],
    dialogs: isOpen ? (
      <Suspense fallback={null}>
        <ReserveDialog asset={asset} onClose={() => setOpen(false)} />
      </Suspense>
    ) : null,
  }
}
