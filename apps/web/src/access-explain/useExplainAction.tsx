import type { Request } from '@deskhand/contract'
import { lazy, type ReactNode, useState } from 'react'
import type { RequestAction } from '../queue/moreActions.ts'
import { holds, useMe } from '../shell/session.ts'
import { Opening } from '../ui/Opening.tsx'
import { explainWords as words } from './words.ts'

const ExplainDialog = lazy(() => import('./ExplainDialog.tsx'))

/** In a request's menu, for who leads a desk: why somebody can or cannot do something with it. */
export function useExplainAction(request: Request): { actions: RequestAction[]; dialogs: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  if (!holds(useMe(), 'requests.supervise')) return { actions: [], dialogs: null }
  return {
    actions: [{ id: 'explain', label: words.ofRequest, disabledReason: null, run: () => setOpen(true) }],
    dialogs: isOpen ? (
      <Opening key="explain">
        <ExplainDialog reference={request.referenceNumber} onClose={() => setOpen(false)} />
      </Opening>
    ) : null,
  }
}
