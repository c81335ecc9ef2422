import type { RequestRow } from '@deskhand/contract'
import { lazy, useCallback, useMemo, useRef, useState } from 'react'
import { usePickKeys } from '../../queue/picking.tsx'
import type { View } from '../../queue/views.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { useMe } from '../../shell/session.ts'
import { Opening } from '../../ui/Opening.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { whyNotTo } from '../boardMoves.ts'
import type { useLens } from '../lens.ts'
import { useBoardColumns } from '../useBoardColumns.ts'
import { useBoardMoves } from '../useBoardMoves.ts'
import { viewCommands, boardWords as words } from '../words.ts'
import { BoardColumn } from './BoardColumn.tsx'
import classes from './BoardLayout.module.css'
import { Further } from './Further.tsx'
import { MoveToDialog } from './MoveToDialog.tsx'

const MoveDialog = lazy(() => import('../../queue/parts/MoveDialog.tsx'))

type LayoutProps = {
  view: View
  look: ReturnType<typeof useLens>
  onPeek: (row: RequestRow) => void
}

/** A view as a board: cards go from column to column by drag, by a key or by their menu; where they cannot go says why. */
export function BoardLayout({ view, look, onPeek }: LayoutProps) {
  const { lens } = look
  const me = useMe()
  const by = lens.grouping ?? 'status'
  const { columns, members, groups } = useBoardColumns(lens, by)
  const { move, pending, asking, setAsking } = useBoardMoves(by)
  const [dragged, setDragged] = useState<RequestRow | null>(null)
  const [moving, setMoving] = useState<RequestRow | null>(null)
  const [current, setCurrent] = useState<RequestRow | null>(null)
  const box = useRef<HTMLDivElement>(null)
  // Each column loads its own pages; picked is in the order in which they stand.
  const shown = useRef(new Map<string, readonly RequestRow[]>())
  const onRows = useCallback((value: string, rows: readonly RequestRow[]) => {
    shown.current.set(value, rows)
  }, [])
  const { picked, pick } = usePickKeys(
    columns.flatMap(({ value }) => shown.current.get(value) ?? []),
    current?.referenceNumber ?? null,
  )
  const whyNot = useCallback(
    (row: RequestRow, value: string) => whyNotTo(by, value, row, { me, members }),
    [by, me, members],
  )

  const commands = useMemo<Command[]>(() => {
    const item = { scope: 'list', group: 'record' } as const
    if (!current) return []
    return [
      { ...item, id: 'views.move', title: viewCommands.move, keys: 'Shift+m', run: () => setMoving(current) },
      { ...item, id: 'views.peek', title: viewCommands.peek, keys: 'Space', run: () => onPeek(current) },
    ]
  }, [current, onPeek])
  useCommands(commands)

  /** Arrows go from card to card and from column to column. */
  function onKeyDown(event: React.KeyboardEvent) {
    const from = event.target instanceof HTMLElement ? event.target.closest('[data-card]') : null
    const column = from?.closest('[data-column]')
    if (!from || !column) return
    const cards = (of: Element | null | undefined) => [
      ...(of?.querySelectorAll<HTMLElement>('[data-card]') ?? []),
    ]
    const at = cards(column).indexOf(from as HTMLElement)
    const beside = (side: 'previousElementSibling' | 'nextElementSibling') => {
      let next = column[side]
      while (next && cards(next).length === 0) next = next[side]
      const found = cards(next)
      return found[Math.min(at, found.length - 1)]
    }
    const target =
      event.key === 'ArrowDown'
        ? cards(column)[at + 1]
        : event.key === 'ArrowUp'
          ? cards(column)[at - 1]
          : event.key === 'ArrowRight'
            ? beside('nextElementSibling')
            : event.key === 'ArrowLeft'
              ? beside('previousElementSibling')
              : undefined
    if (!target) return
    event.preventDefault()
    target.querySelector<HTMLElement>('button')?.focus()
  }

  // A board without a card shows what its columns are; beside cards, an empty one needs little room.
  const hasCards = columns.some(({ count }) => count > 0)
  if (groups.isError) return <ProblemNotice problem={groups.error} onRetry={() => void groups.refetch()} />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards inside have the focus, their arrows are heard here
    <div className={classes.frame} onKeyDown={onKeyDown}>
      <Further box={box} />
      <div ref={box} className={classes.board}>
        {columns.map((column) => (
          <BoardColumn
            key={`${by} ${column.value}`}
            by={by}
            column={column}
            lens={lens}
            limit={lens.limits[column.value] ?? null}
            pending={pending}
            refusal={dragged ? whyNot(dragged, column.value) : null}
            isTarget={dragged !== null}
            isMine={view.isMine ?? false}
            picked={picked}
            onPick={pick}
            onRows={onRows}
            onDrag={setDragged}
            onDrop={() => {
              if (dragged && whyNot(dragged, column.value) === null) move(dragged, column)
              setDragged(null)
            }}
            onCurrent={setCurrent}
            onPeek={onPeek}
            onMove={setMoving}
            mayFold={hasCards}
            isComing={groups.isPending}
          />
        ))}
      </div>
      {moving ? (
        <MoveToDialog
          row={moving}
          by={by}
          columns={columns}
          whyNot={(value) => whyNot(moving, value)}
          onClose={() => setMoving(null)}
          onPick={(column) => {
            setMoving(null)
            move(moving, column)
          }}
        />
      ) : null}
      <Opening>
        {asking ? (
          <MoveDialog request={asking.request} intent={asking.intent} onClose={() => setAsking(null)} />
        ) : null}
      </Opening>
      <p className="visually-hidden" aria-live="polite">
        {dragged ? words.dragged(dragged.referenceNumber) : ''}
      </p>
    </div>
  )
}
