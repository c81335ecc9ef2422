import { type Request, snoozes } from '@deskhand/contract'
import { lazy, useState } from 'react'
import type { RequestAction } from '../queue/moreActions.ts'
import { useChange } from '../queue/parts/useChange.ts'
import { Opening } from '../ui/Opening.tsx'
import { snoozeWords as words } from './words.ts'

const SnoozeDialog = lazy(() => import('./SnoozeDialog.tsx'))

/** H: a request sleeps until something, or wakes. */
export function useSnooze(request: Request) {
  const [isOpen, setOpen] = useState(false)
  const { change } = useChange(snoozes.wake, request.referenceNumber)
  const isSettled = request.status === 'RESOLVED' || request.status === 'REJECTED'
  const disabledReason = request.can.includes('tag') ? (isSettled ? words.settled : null) : words.onlyStaff
  const wake = () =>
    void change(
      { params: { id: request.id } },
      { expected: { snooze: null }, done: words.woken(request.referenceNumber) },
    )
  const action: RequestAction = {
    id: 'snooze',
    label: request.snooze ? words.wake : words.snooze,
    keys: 'h',
    disabledReason,
    run: () => (request.snooze ? wake() : setOpen(true)),
  }
  const dialogs = isOpen ? (
    <Opening key="snooze">
      <SnoozeDialog request={request} onClose={() => setOpen(false)} />
    </Opening>
  ) : null
  return { actions: [action], dialogs }
}
