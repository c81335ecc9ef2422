import { joinQueries, type RequestRow, requests, type ViewGrouping } from '@deskhand/contract'
import { useEffect, useState } from 'react'
import { usePages } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/classNames.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useLate } from '../../ui/useLate.ts'
import type { Lens } from '../lens.ts'
import type { BoardColumnData } from '../useBoardColumns.ts'
import type { Pending } from '../useBoardMoves.ts'
import { groupTerm } from '../useValueOptions.ts'
import { boardWords as words } from '../words.ts'
import { BoardCard } from './BoardCard.tsx'
import classes from './BoardColumn.module.css'

type BoardColumnProps = {
  by: ViewGrouping
  column: BoardColumnData
  lens: Lens
  /** How many cards it should hold at most; more are said, never refused. */
  limit: number | null
  pending: ReadonlyMap<string, Pending>
  /** Why the card that is being dragged cannot go here. */
  refusal: string | null
  isTarget: boolean
  isMine: boolean
  picked: ReadonlyMap<string, unknown>
  onPick: (key: string, isRange: boolean) => void
  /** Says which rows it holds now. */
  onRows: (value: string, rows: readonly RequestRow[]) => void
  onDrag: (row: RequestRow | null) => void
  onDrop: () => void
  onCurrent: (row: RequestRow) => void
  onPeek: (row: RequestRow) => void
  onMove: (row: RequestRow) => void
  /** Without a card it is a strip with its name, until it is opened or a card comes over it. */
  mayFold: boolean
  /** How much it holds is not known yet. */
  isComing: boolean
}

/** One column of a board, with its own pages. */
export function BoardColumn(props: BoardColumnProps) {
  const { by, column, lens, limit, pending, refusal, isTarget, onDrag, onDrop, onRows } = props
  const pages = usePages(
    requests.list,
    { query: { where: joinQueries(lens.where, groupTerm(by, column.value)), sort: lens.sort, limit: 30 } },
    { keepPrevious: true, enabled: column.count > 0 },
  )
  const settled = column.count > 0 ? pages.items : []
  const coming = [...pending.values()].filter(
    ({ row, to }) => to === column.value && !settled.some(({ id }) => id === row.id),
  )
  const staying = settled.filter(({ id }) => (pending.get(id)?.to ?? column.value) === column.value)
  const rows = [...coming.map(({ row }) => row), ...staying]
  useEffect(() => onRows(column.value, rows))
  const count = column.count + coming.length - (settled.length - staying.length)
  const isOver = limit !== null && count > limit
  const [isOpened, setOpened] = useState(false)
  const [isUnder, setUnder] = useState(false)
  const isFolded = props.mayFold && count === 0 && rows.length === 0 && !isOpened && !(isUnder && isTarget)
  const awaits = rows.length === 0 && (props.isComing || (pages.isFetching && column.count > 0))
  return (
    <section
      className={classNames(
        classes.column,
        isFolded && classes.folded,
        isTarget && (refusal ? classes.forbidden : classes.open),
      )}
      aria-label={words.column(column.label, count)}
      aria-busy={awaits}
      data-column={column.value}
      onDragEnter={() => setUnder(true)}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setUnder(false)
      }}
      onDragOver={(event) => {
        if (isTarget && !refusal) event.preventDefault()
      }}
      onDrop={(event) => {
        event.preventDefault()
        setUnder(false)
        onDrop()
      }}
    >
      {isFolded ? (
        <h3 className={classes.strip}>
          <button type="button" aria-expanded={false} onClick={() => setOpened(true)}>
            <span className={classes.count}>{limit === null ? count : words.over(count, limit)}</span>
            <span className={classes.stripName}>{column.label}</span>
          </button>
        </h3>
      ) : (
        <h3 className={classNames(classes.head, isOver && classes.over)}>
          <span className={classes.name}>{column.label}</span>
          <span className={classes.count}>{limit === null ? count : words.over(count, limit)}</span>
        </h3>
      )}
      {refusal && !isFolded ? <p className={classes.refusal}>{refusal}</p> : null}
      <ul className={classes.cards}>
        {rows.map((row) => (
          <BoardCard
            key={row.id}
            row={row}
            isPending={pending.has(row.id)}
            isMine={props.isMine}
            isPicked={props.picked.has(row.referenceNumber)}
            onPick={props.onPick}
            onDrag={onDrag}
            onCurrent={props.onCurrent}
            onPeek={props.onPeek}
            onMove={props.onMove}
          />
        ))}
      </ul>
      {pages.isError ? <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {awaits ? <Ghosts count={props.isComing ? 2 : Math.min(column.count, 4)} /> : null}
      {rows.length === 0 && !awaits && !isFolded ? <p className={classes.empty}>{words.empty}</p> : null}
      {pages.hasNextPage ? (
        <Button
          size="small"
          variant="quiet"
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        >
          {words.more}
        </Button>
      ) : null}
    </section>
  )
}

/** Cards that are on their way, after the moment in which most columns are there. */
function Ghosts({ count }: { count: number }) {
  const isLate = useLate(true, 400)
  if (!isLate) return null
  return (
    <div className={classes.cards} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <span key={index} className={classes.ghost} />
      ))}
    </div>
  )
}
