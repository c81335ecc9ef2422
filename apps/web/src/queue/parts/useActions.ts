import { type Request, requests } from '@deskhand/contract'
import { type ReactNode, useMemo } from 'react'
import { type Command, useCommands } from '../../shell/commands.ts'
import { moreActions, type RequestAction } from '../moreActions.ts'
import { detailWords, doneWords, queueCommands } from '../words.ts'
import type { MoveIntent } from './moveIntent.ts'
import { movesRestOn, useChange } from './useChange.ts'

/** What is done rarely enough to lie in the menu: close, reopen, seal, delete, restore, and what other slices add. */
export function useActions(
  request: Request,
  onMove: (intent: MoveIntent) => void,
  onLeave: () => void,
): { actions: RequestAction[]; dialogs: ReactNode[] } {
  const { referenceNumber: reference, id, version, can } = request
  const close = useChange(requests.close, reference).change
  const remove = useChange(requests.remove, reference).change
  const restore = useChange(requests.restore, reference).change
  const seal = useChange(requests.seal, reference).change

  // biome-ignore lint/correctness/useHookAtTopLevel: the list is a constant, so the order never changes
  const more = moreActions.map((useMore) => useMore(request))
  const own = useMemo(() => {
    const params = { id }
    const target = { params, ifMatch: version }
    const bringBack = () => void restore({ params }, { done: doneWords.restored(reference) })
    const all: RequestAction[] = []
    if (can.includes('close') || can.includes('confirm')) {
      all.push({
        id: 'close',
        label: detailWords.close,
        keys: 'Shift+c',
        disabledReason: null,
        run: () => void close(target, { restsOn: movesRestOn, done: doneWords.closed(reference) }),
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
        disabledReason: can.includes('restore') ? null : detailWords.onlySupervisorDeletes,
        run: bringBack,
      })
    } else {
      all.push({
        id: 'delete',
        label: detailWords.delete,
        disabledReason: can.includes('delete') ? null : detailWords.onlySupervisorDeletes,
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

  const actions = [...more.flatMap((one) => one.actions), ...own]
  // The entries of other slices are made anew at every look; what they say tells whether they are the same.
  const said = JSON.stringify(actions)
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above; `own` and `request` hold what they act on
  const commands = useMemo(
    () =>
      actions.map(
        ({ id: action, label, ...rest }): Command => ({
          ...rest,
          id: `requests.${action}`,
          title: action === 'close' ? queueCommands.close : label,
          scope: 'record',
          group: 'record',
        }),
      ),
    [said, own, request],
  )
  useCommands(commands)
  return { actions, dialogs: more.map(({ dialogs }) => dialogs) }
}
