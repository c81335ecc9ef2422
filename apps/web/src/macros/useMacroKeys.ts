import { macros, type Request } from '@deskhand/contract'
import { useRead } from '../api.ts'
import { useUndo } from '../operations/useUndo.tsx'
import type { RequestAction } from '../queue/moreActions.ts'
import { useChange } from '../queue/parts/useChange.ts'
import { macroWords as words } from './words.ts'

/** Q and a figure run the macro that has it: M is taken by merging, and figures alone by pinned views. */
export function useMacroKeys(request: Request): { actions: RequestAction[] } {
  const mayRun = request.can.includes('note')
  const { data } = useRead(
    macros.list,
    { query: { serviceDeskId: request.serviceDeskId } },
    { enabled: mayRun, staleTime: 300_000 },
  )
  const { change } = useChange(macros.run, request.referenceNumber)
  const { undo } = useUndo()
  const keyed = (data?.data ?? []).filter(({ key }) => key !== null)
  return {
    actions: keyed.map(({ id, name, key }) => ({
      id: `macro${key}`,
      label: words.run(name),
      keys: `q ${key}`,
      disabledReason: mayRun ? null : words.onlyStaff,
      run: () =>
        void change(
          { params: { id: request.id, macroId: id } },
          {
            done: words.ran(name, request.referenceNumber),
            undo: ({ operationId }) => undo(operationId, 1),
          },
        ),
    })),
  }
}
