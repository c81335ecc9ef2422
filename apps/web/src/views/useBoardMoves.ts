import { type Priority, type Request, type RequestRow, requests, type ViewGrouping } from '@deskhand/contract'
import { useState } from 'react'
import { queryClient, reading, useCommand } from '../api.ts'
import { inTurn } from '../inTurn.ts'
import type { MoveIntent } from '../queue/parts/moveIntent.ts'
import { announce } from '../ui/announcements.ts'
import { problemOf } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { asks, columnOf, movedTo } from './boardMoves.ts'
import type { BoardColumnData } from './useBoardColumns.ts'
import { viewWords, boardWords as words } from './words.ts'

/** A card that stands in its new column before the server has agreed. */
export type Pending = { row: RequestRow; to: string }

/**
 * Moves cards: shown at once, taken back with the server's sentence where it refuses. A move that has to say something
 * first opens its dialog with `asking`.
 */
export function useBoardMoves(by: ViewGrouping) {
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map())
  const [asking, setAsking] = useState<{ request: Request; intent: MoveIntent } | null>(null)
  const transition = useCommand(requests.transition)
  const assign = useCommand(requests.assign)
  const unassign = useCommand(requests.unassign)
  const prioritise = useCommand(requests.prioritise)

  const send = (row: RequestRow, to: string) => {
    const target = { params: { id: row.id }, ifMatch: row.version }
    if (by === 'status')
      return transition.mutateAsync({ ...target, body: { to: to as RequestRow['status'] } })
    if (by === 'priority') return prioritise.mutateAsync({ ...target, body: { priority: to as Priority } })
    return to === 'none'
      ? unassign.mutateAsync(target)
      : assign.mutateAsync({ ...target, body: { assignedToId: to } })
  }
  const forget = (id: string) => setPending((all) => new Map([...all].filter(([key]) => key !== id)))

  const read = ({ referenceNumber: id }: RequestRow) =>
    queryClient.fetchQuery({ ...reading(requests.get, { params: { id } }), staleTime: 0 })
  const refused = (thrown: unknown) => toast(viewWords.failed(problemOf(thrown)?.detail ?? ''))

  async function move(row: RequestRow, to: BoardColumnData) {
    if (columnOf(by, row) === to.value) return
    const state = by === 'status' ? asks(row, to.value) : null
    await inTurn(row.referenceNumber, async (isAfter) => {
      if (state) setAsking({ request: await read(row), intent: { to: state } })
      else await moveNow(isAfter ? { ...row, version: (await read(row)).version } : row, to)
    }).catch(refused)
  }

  async function moveNow(row: RequestRow, to: BoardColumnData) {
    setPending(
      (all) => new Map([...all, [row.id, { row: movedTo(by, to.value, row, to.label), to: to.value }]]),
    )
    try {
      await send(row, to.value)
      const said = words.moved(row.referenceNumber, to.label)
      announce(said)
      toast(said)
    } catch (thrown) {
      refused(thrown)
    } finally {
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/requests'),
      })
      forget(row.id)
    }
  }
  return { move: (row: RequestRow, to: BoardColumnData) => void move(row, to), pending, asking, setAsking }
}
