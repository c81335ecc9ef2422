import type { Request } from '@deskhand/contract'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { RequestAction } from '../queue/moreActions.ts'
import { useTimer } from './useTimer.ts'
import { timeWords as words } from './words.ts'

const TimeDialog = lazy(() => import('./TimeDialog.tsx'))

/** The timer and booking by hand, from the menu and by key. */
export function useTimeActions(request: Request): { actions: RequestAction[]; dialogs: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  const { timer, isHere, start, stop } = useTimer(request)
  const onlyStaff = request.can.includes('tag') ? null : words.onlyStaff
  return {
    actions: [
      {
        id: 'timer',
        label: isHere ? words.stop : words.start,
        keys: 'Shift+t',
        disabledReason: onlyStaff ?? (timer && !isHere ? words.runsElsewhere(timer.referenceNumber) : null),
        run: isHere ? stop : start,
      },
      { id: 'bookTime', label: words.book, disabledReason: onlyStaff, run: () => setOpen(true) },
    ],
    dialogs: isOpen ? (
      <Suspense fallback={null}>
        <TimeDialog request={request} entry={null} onClose={() => setOpen(false)} />
      </Suspense>
    ) : null,
  }
}
