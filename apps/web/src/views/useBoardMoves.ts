import { type Priority, type Request, type RequestRow, requests, type ViewGrouping } from '@deskhand/contract'
import { useRef, useState } from 'react'
import { queryClient, reading, useCommand } from '../api.ts'
import type { MoveIntent } from '../queue/parts/MoveDialog.tsx'
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
  const underWay = useRef(new Map<string, Promise<void>>())
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

  /** One after the other: a card that is on its way has no version yet that a second move could name. */
  async function move(row: RequestRow, to: BoardColumnData) {
    if (columnOf(by, row) === to.value) return
    const before = underWay.current.get(row.id)
    const mine = moveAfter(before, row, to).catch(refused)
    underWay.current.set(row.id, mine)
    await mine
    if (underWay.current.get(row.id) === mine) underWay.current.delete(row.id)
  }

  async function moveAfter(before: Promise<void> | undefined, row: RequestRow, to: BoardColumnData) {
    await before
    const state = by === 'status' ? asks(row, to.value) : null
    if (state) setAsking({ request: await read(row), intent: { to: state } })
    else await moveNow(before ? { ...row, version: (await read(row)).version } : row, to)
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
