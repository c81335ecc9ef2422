import type { Request } from '@deskhand/contract'
import { lazy, type ReactNode, useState } from 'react'
import type { RequestAction } from '../queue/moreActions.ts'
import { holds, useMe } from '../shell/session.ts'
import { Opening } from '../ui/Opening.tsx'
import { correctionWords as words } from './words.ts'

const CorrectDialog = lazy(() => import('./CorrectDialog.tsx'))

/** In the menu of a closed request, for admins who work on it. */
export function useCorrectAction(request: Request): { actions: RequestAction[]; dialogs: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  const { closedAt, isMerged, deletedAt, can } = request
  const isTheirs = holds(useMe(), 'requests.correct') && can.includes('tag')
  if (!closedAt || isMerged || deletedAt || !isTheirs) return { actions: [], dialogs: null }
  return {
    actions: [{ id: 'correct', label: words.menu, disabledReason: null, run: () => setOpen(true) }],
    dialogs: isOpen ? (
      <Opening key="correct">
        <CorrectDialog request={request} onClose={() => setOpen(false)} />
      </Opening>
    ) : null,
  }
}
