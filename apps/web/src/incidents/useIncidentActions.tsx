import { incidents, type Request } from '@deskhand/contract'
import { lazy, useState } from 'react'
import { useRead } from '../api.ts'
import type { RequestAction } from '../queue/moreActions.ts'
import { Opening } from '../ui/Opening.tsx'
import { leadWords as words } from './words.ts'

const DeclareDialog = lazy(() => import('./DeclareDialog.tsx'))

/** Why none can be declared on it now; null when it can. Who may put it into the trash leads its desk. */
function refusal(request: Request, isRunning: boolean): string | null {
  if (!request.can.includes('delete')) return words.onlyLead
  if (request.isConfidential) return words.confidential
  if (request.status === 'RESOLVED' || request.status === 'REJECTED') return words.settled
  return isRunning ? words.runsAlready : null
}

export function useIncidentActions(request: Request) {
  const [isOpen, setOpen] = useState(false)
  const running = useRead(incidents.list, {}, { staleTime: 60_000 }).data?.data ?? []
  const isRunning = running.some(({ requestId }) => requestId === request.id)
  const action: RequestAction = {
    id: 'incident.declare',
    label: words.declare,
    disabledReason: refusal(request, isRunning),
    run: () => setOpen(true),
  }
  return {
    actions: [action],
    dialogs: isOpen ? (
      <Opening>
        <DeclareDialog key={request.id} request={request} onClose={() => setOpen(false)} />
      </Opening>
    ) : null,
  }
}
