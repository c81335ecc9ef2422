import type { Request } from '@deskhand/contract'
import { lazy, type ReactNode, useState } from 'react'
import type { RequestAction } from '../queue/moreActions.ts'
import { Opening } from '../ui/Opening.tsx'
import { taskWords as words } from './words.ts'

const TaskDialog = lazy(() => import('./TaskDialog.tsx'))

/** Why the tasks of a request cannot be changed now. */
export function whyNoTasks(request: Request): string | null {
  if (!request.can.includes('tag')) return words.onlyStaff
  return request.status === 'RESOLVED' || request.status === 'REJECTED' || request.deletedAt
    ? words.closed
    : null
}

/** Adding a task from the menu and by its key. */
export function useTaskActions(request: Request): { actions: RequestAction[]; dialogs: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  return {
    actions: [
      {
        id: 'addTask',
        label: words.add,
        keys: 'Shift+d',
        disabledReason: whyNoTasks(request),
        run: () => setOpen(true),
      },
    ],
    dialogs: isOpen ? (
      <Opening>
        <TaskDialog request={request} task={null} onClose={() => setOpen(false)} />
      </Opening>
    ) : null,
  }
}
