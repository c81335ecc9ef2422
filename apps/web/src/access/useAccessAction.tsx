import type { Request } from '@deskhand/contract'
import { lazy, type ReactNode, useState } from 'react'
import type { RequestAction } from '../queue/moreActions.ts'
import { Opening } from '../ui/Opening.tsx'
import { accessWords as words } from './words.ts'

const AccessDialog = lazy(() => import('./AccessDialog.tsx'))

/** Of a confidential request: who is on its list. */
export function useAccessAction(request: Request): { actions: RequestAction[]; dialogs: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  if (!request.isConfidential) return { actions: [], dialogs: null }
  return {
    actions: [
      {
        id: 'access',
        label: words.title,
        disabledReason: request.can.includes('seal') ? null : words.onlyStaff,
        run: () => setOpen(true),
      },
    ],
    dialogs: isOpen ? (
      <Opening key="access">
        <AccessDialog request={request} onClose={() => setOpen(false)} />
      </Opening>
    ) : null,
  }
}
