import { type Request, requests } from '@deskhand/contract'
import { useMemo } from 'react'
import { type Command, useCommands } from '../../shell/commands.ts'
import { detailWords, doneWords, queueCommands } from '../words.ts'
import type { MoveIntent } from './MoveDialog.tsx'
import { useChange } from './useChange.ts'

type Action = { id: string; label: string; disabledReason: string | null; run: () => void }

/** What is done rarely enough to lie in the menu: close, reopen, seal, delete, restore; each also a command. */
export function useActions(
  request: Request,
  onMove: (intent: MoveIntent) => void,
  onLeave: () => void,
): Action[] {
  const { referenceNumber: reference, id, version, can } = request
  const close = useChange(requests.close, reference).change
  const remove = useChange(requests.remove, reference).change
  const restore = useChange(requests.restore, reference).change
  const seal = useChange(requests.seal, reference).change

  const actions = useMemo(() => {
    const params = { id }
    const target = { params, ifMatch: version }
    const bringBack = () => void restore({ params }, { done: doneWords.restored(reference) })
    const all: Action[] = []
    if (can.includes('close') || can.includes('confirm')) {
      all.push({
        id: 'close',
        label: detailWords.close,
        disabledReason: null,
        run: () => void close(target, { done: doneWords.closed(reference) }),
      })
    }
    if (can.includes('reopen')) {
      all.push({
        id: 'reopen',
        label: detailWords.reopen,
        disabledReason: null,
        run: () => onMove({ to: 'IN_PROGRESS' }),
      })
    }
    all.push({
      id: 'seal',
      label: request.isConfidential ? detailWords.makeOpen : detailWords.makeConfidential,
      disabledReason: can.includes('seal') ? null : detailWords.onlyStaff,
      run: () => void seal({ ...target, body: { isConfidential: !request.isConfidential } }),
    })
    if (request.deletedAt) {
      all.push({
        id: 'restore',
        label: detailWords.restore,
        disabledReason: can.includes('restore') ? null : detailWords.onlySupervisor,
        run: bringBack,
      })
    } else {
      all.push({
        id: 'delete',
        label: detailWords.delete,
        disabledReason: can.includes('delete') ? null : detailWords.onlySupervisor,
        run: () =>
          void remove(target, { done: doneWords.deleted(reference), undo: bringBack, onDone: onLeave }),
      })
    }
    return all
  }, [
    id,
    version,
    can,
    reference,
    request.isConfidential,
    request.deletedAt,
    close,
    remove,
    restore,
    seal,
    onMove,
    onLeave,
  ])

  const commands = useMemo(
    () =>
      actions.map(
        ({ id: action, label, disabledReason, run }): Command => ({
          id: `requests.${action}`,
          title: action === 'close' ? queueCommands.close : label,
          scope: 'record',
          group: 'record',
          disabledReason,
          run,
          ...(action === 'close' && { keys: 'Shift+c' }),
        }),
      ),
    [actions],
  )
  useCommands(commands)
  return actions
}
