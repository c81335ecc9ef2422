// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual grid lie anywhere, which table elements do not allow
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { classNames } from './classNames.ts'
import { ListRow } from './ListRow.tsx'
import { keyBeside, listEntries } from './listEntries.ts'
import { useRowHeight } from './rowHeight.ts'
import { useStillRows } from './useStillRows.ts'
import classes from './VirtualList.module.css'

type VirtualListProps<Item> = {
  label: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  renderRow: (item: Item, state: { isCursor: boolean }) => ReactNode
  /** A row of column heads that stays while the list scrolls; rows then draw their own gridcells. See DataTable. */
  head?: ReactNode
  /** What lies open below a row, or null; it makes the row as high as it needs. */
  renderBelow?: (item: Item) => ReactNode
  /** Rows of one group must lie together; the heading sticks while its rows pass. */
  groupOf?: (item: Item) => string | null
  lines?: 1 | 2
  /** The key of the row one is on; the page holds it, so that it survives reloads of the list. */
  cursor: string | null
  onCursorChange: (key: string) => void
  onOpen?: (item: Item) => void
  /** The last rows are in sight: load the next page. */
  onReachEnd?: () => void
  /** The keys of the rows that are picked for something; with `onPick` more than one can be. */
  picked?: ReadonlyMap<string, unknown>
  /** A row was pressed with Shift (up to here), or with Ctrl or ⌘. */
  onPick?: (key: string, isRange: boolean) => void
  /** Rows in all, where more exist than are loaded. */
  total?: number
}

const headerHeight = 29
const headHeight = 33
/** A grid of any length that draws only what is seen; arrow keys move the cursor, Enter opens. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const {
    label,
    items,
    keyOf,
    renderRow,
    groupOf,
    lines = 2,
    cursor,
    onCursorChange,
    onOpen,
    onReachEnd,
    head,
    renderBelow,
    picked,
    onPick,
  } = props
  const offset = head ? headHeight : 0
  const box = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight(lines) + 1
  const entries = useMemo(() => listEntries(items, keyOf, groupOf), [items, keyOf, groupOf])
  const cursorIndex = useMemo(
    () => entries.findIndex((entry) => entry.kind === 'row' && entry.key === cursor),
    [entries, cursor],
  )
  const stuck = useRef(-1)

  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (entries[index]?.kind === 'header' ? headerHeight : rowHeight),
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 8,
    scrollMargin: offset,
    scrollPaddingStart: offset,
    rangeExtractor: (range) => {
      stuck.current = entries.findLastIndex(
        (entry, index) => entry.kind === 'header' && index <= range.startIndex,
      )
      const wanted = new Set(defaultRangeExtractor(range))
      // The heading that sticks and the row that holds the tab stop stay drawn wherever one scrolls.
      if (stuck.current >= 0) wanted.add(stuck.current)
      if (cursorIndex >= 0) wanted.add(cursorIndex)
      return [...wanted].sort((one, other) => one - other)
    },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: density changes every height at once
  useEffect(() => virtual.measure(), [rowHeight])

  useStillRows(virtual, { entries, cursor, cursorIndex })

  const drawn = virtual.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (entries.length > 0 && lastDrawn >= entries.length - 5) onReachEnd?.()
  }, [lastDrawn, entries.length, onReachEnd])

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1)
    const steps: Partial<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      End: items.length,
      Home: -items.length,
    }
    const by = steps[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const next = keyBeside(items, keyOf, cursor, by)
      if (next !== null) onCursorChange(next)
      return
    }
    const entry = entries[cursorIndex]
    if (
      event.key === 'Enter' &&
      entry?.kind === 'row' &&
      event.target instanceof HTMLElement &&
      event.target.dataset['key'] === entry.key
    ) {
      onOpen?.(entry.item)
    }
  }

  const firstKey = entries.find((entry) => entry.kind === 'row')?.key
  return (
    <div
      ref={box}
      className={classes.list}
      role="grid"
      aria-label={label}
      aria-rowcount={(props.total ?? items.length) + (head ? 1 : 0)}
      tabIndex={-1}
      aria-multiselectable={onPick ? true : undefined}
      onKeyDown={onKeyDown}
    >
      {head ? (
        <div role="row" tabIndex={-1} className={classes.head} aria-rowindex={1}>
          {head}
        </div>
      ) : null}
      <div className={classes.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, key, start, size }) => {
          const entry = entries[index]
          if (!entry) return null
          if (entry.kind === 'header') {
            const isStuck = index === stuck.current
            return (
              <div
                key={key}
                role="row"
                tabIndex={-1}
                className={classNames(classes.header, isStuck && classes.stuck)}
                style={{
                  height: size,
                  ...(isStuck ? { top: offset } : { transform: `translateY(${start - offset}px)` }),
                }}
              >
                <span role="rowheader" tabIndex={-1}>
                  {entry.words}
                </span>
              </div>
            )
          }
          const isCursor = index === cursorIndex
          return (
            <ListRow
              key={key}
              item={entry.item}
              rowKey={entry.key}
              index={index}
              rowIndex={entry.position + (head ? 2 : 1)}
              top={start - offset}
              height={rowHeight}
              isCursor={isCursor}
              isSelected={picked && picked.size > 0 ? picked.has(entry.key) : isCursor}
              isTabStop={isCursor || (cursorIndex < 0 && entry.key === firstKey)}
              isTable={Boolean(head)}
              renderRow={renderRow}
              renderBelow={renderBelow}
              measure={renderBelow ? virtual.measureElement : undefined}
              onCursorChange={onCursorChange}
              onOpen={onOpen}
              onPick={onPick}
            />
          )
        })}
      </div>
    </div>
  )
}
