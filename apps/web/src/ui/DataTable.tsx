// biome-ignore-all lint/a11y/useSemanticElements: the rows are those of a virtual grid, see VirtualList
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { classNames } from './classNames.ts'
import classes from './DataTable.module.css'
import { VirtualList } from './VirtualList.tsx'

export type TableColumn<Item> = {
  id: string
  title: string
  /** What the column is called where its head has no room for words. */
  name?: string
  /** A track of a CSS grid: `minmax(200px, 2fr)`. */
  width: string
  cell: (item: Item) => ReactNode
  /** Left out where the table is narrower than so many pixels. */
  from?: number
  /** How rows are ordered by it now; null when it could order them but does not. */
  sort?: 'ascending' | 'descending' | null
  onSort?: () => void
}

type DataTableProps<Item> = {
  label: string
  columns: readonly TableColumn<Item>[]
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** The same record in two lines, where the columns have no room. */
  renderCard: (item: Item) => ReactNode
  /** Rows of one group must lie together; the heading sticks while its rows pass. */
  groupOf?: (item: Item) => string | null
  /** What lies open below a row, or null. */
  renderBelow?: (item: Item) => ReactNode
  cursor: string | null
  onCursorChange: (key: string) => void
  onOpen?: (item: Item) => void
  onReachEnd?: () => void
  /** The keys of the rows that are picked for something; with `onPick` more than one can be. */
  picked?: ReadonlyMap<string, unknown>
  onPick?: (key: string, isRange: boolean) => void
  total?: number
}

/** Below this width records are cards of two lines. */
const narrow = 640

/** Records in columns: as long as one likes, sorted by its heads, with as many columns as there is room for. */
export function DataTable<Item>({ columns, renderCard, ...list }: DataTableProps<Item>) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(window.innerWidth)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])

  const isNarrow = width < narrow
  const shown = columns.filter(({ from = 0 }) => width >= from)
  const tracks = { gridTemplateColumns: shown.map((column) => column.width).join(' ') }
  return (
    <div ref={box} className={classes.table}>
      {isNarrow ? (
        <VirtualList
          {...list}
          lines={2}
          renderRow={(item, { isCursor }) => (
            <div className={classNames(classes.card, isCursor && classes.cursor)}>{renderCard(item)}</div>
          )}
        />
      ) : (
        <VirtualList
          {...list}
          lines={1}
          head={
            <div className={classes.row} style={tracks}>
              {shown.map((column) => (
                <Head key={column.id} {...column} />
              ))}
            </div>
          }
          renderRow={(item, { isCursor }) => (
            <div
              className={classNames(
                classes.row,
                classes.record,
                isCursor && classes.cursor,
                list.picked?.has(list.keyOf(item)) && classes.picked,
              )}
              style={tracks}
            >
              {shown.map(({ id, cell }) => (
                <div key={id} role="gridcell" tabIndex={-1} className={classes.cell}>
                  {cell(item)}
                </div>
              ))}
            </div>
          )}
        />
      )}
    </div>
  )
}

type HeadProps = Pick<TableColumn<never>, 'title' | 'name' | 'sort' | 'onSort'>

function Head({ title, name, sort, onSort }: HeadProps) {
  return (
    <div role="columnheader" tabIndex={-1} className={classes.cell} aria-sort={sort ?? undefined}>
      {onSort ? (
        <button type="button" className={classes.sort} onClick={onSort}>
          {title}
          {sort === 'ascending' ? <ArrowUp size={12} strokeWidth={2} aria-hidden="true" /> : null}
          {sort === 'descending' ? <ArrowDown size={12} strokeWidth={2} aria-hidden="true" /> : null}
        </button>
      ) : (
        title || <span className="visually-hidden">{name}</span>
      )}
    </div>
  )
}
