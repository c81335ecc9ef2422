import { operations } from '@deskhand/contract'
import { type ReactNode, useCallback, useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import classes from './useUndo.module.css'
import { operationWords as words } from './words.ts'

/** Who changed what since, where that is few enough for a line. */
const namedIn = (conflicts: readonly Conflict[]): string | null =>
  conflicts.length > 0 && conflicts.length <= 2
    ? conflicts
        .map(({ subjectRef, message }) => (subjectRef ? `${subjectRef}: ${message}` : message))
        .join(' ')
    : null

/** From so many changes on, undoing is asked about first. */
export const manyChanges = 5

type Conflict = { subjectId: string; subjectRef: string | null; message: string }
type Asked = { operationId: string; total: number; detail: string; conflicts: Conflict[] }

/** Undoes an operation; where something was changed since, says what and asks whether to undo the rest. */
export function useUndo(): { undo: (operationId: string, total: number) => void; dialog: ReactNode } {
  const { mutateAsync, isPending } = useCommand(operations.undo)
  const [asked, setAsked] = useState<Asked | null>(null)

  const run = useCallback(
    async (operationId: string, total: number, rest: boolean) => {
      try {
        const { state } = await mutateAsync({ params: { operationId }, body: { rest } })
        setAsked(null)
        toast(state === 'RUNNING' ? words.undoing : words.undone)
      } catch (thrown) {
        const problem = problemOf(thrown)
        const conflicts = problem?.conflicts ?? []
        if (!rest && conflicts.length > 0 && conflicts.length < total) {
          return setAsked({ operationId, total, detail: problem?.detail ?? '', conflicts })
        }
        setAsked(null)
        toast(words.failed(namedIn(conflicts) ?? problem?.detail ?? ''))
      }
    },
    [mutateAsync],
  )
  const undo = useCallback((operationId: string, total: number) => void run(operationId, total, false), [run])
  const dialog = asked ? (
    <Dialog
      opened
      title={words.conflictTitle}
      confirmLabel={words.undoRest(asked.total - asked.conflicts.length)}
      busy={isPending}
      onClose={() => setAsked(null)}
      onConfirm={() => void run(asked.operationId, asked.total, true)}
    >
      <p>{asked.detail}</p>
      <ul className={classes.conflicts}>
        {asked.conflicts.slice(0, 20).map(({ subjectId, subjectRef, message }) => (
          <li key={subjectId}>
            <b>{subjectRef}</b> {message}
          </li>
        ))}
      </ul>
    </Dialog>
  ) : null
  return { undo, dialog }
}
