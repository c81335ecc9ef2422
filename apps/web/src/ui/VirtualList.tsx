// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual grid lie anywhere, which table elements do not allow
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { classNames } from './classNames.ts'
import { keyBeside, listEntries } from './listEntries.ts'
import { useRowHeight } from './rowHeight.ts'
import classes from './VirtualList.module.css'

type VirtualListProps<Item> = {
  label: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  renderRow: (item: Item, state: { isCursor: boolean }) => ReactNode
  /** Rows of one group must lie together; the heading sticks while its rows pass. */
  groupOf?: (item: Item) => string | null
  lines?: 1 | 2
  /** The key of the row one is on; the page holds it, so that it survives reloads of the list. */
  cursor: string | null
  onCursorChange: (key: string) => void
  onOpen?: (item: Item) => void
  /** The last rows are in sight: load the next page. */
  onReachEnd?: () => void
  /** Rows in all, where more exist than are loaded. */
  total?: number
}

const headerHeight = 29

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
  } = props
  const box = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight(lines) + 1
  const entries = useMemo(() => listEntries(items, keyOf, groupOf), [items, keyOf, groupOf])
  const cursorIndex = entries.findIndex((entry) => entry.kind === 'row' && entry.key === cursor)
  const stuck = useRef(-1)

  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (entries[index]?.kind === 'header' ? headerHeight : rowHeight),
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: 8,
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

  useEffect(() => {
    if (cursor === null || cursorIndex < 0) return
    virtual.scrollToIndex(cursorIndex, { align: 'auto' })
    if (!box.current?.contains(document.activeElement)) return
    box.current
      .querySelector<HTMLElement>(`[data-key="${CSS.escape(cursor)}"]`)
      ?.focus({ preventScroll: true })
  }, [cursor, cursorIndex, virtual])

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
      event.target === event.currentTarget.ownerDocument.activeElement
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
      aria-rowcount={props.total ?? items.length}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className={classes.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, key, start, size }) => {
          const entry = entries[index]
          if (!entry) return null
          const isStuck = index === stuck.current
          const place = isStuck ? { height: size } : { height: size, transform: `translateY(${start}px)` }
          if (entry.kind === 'header') {
            return (
              <div
                key={key}
                role="row"
                tabIndex={-1}
                className={classNames(classes.header, isStuck && classes.stuck)}
                style={place}
              >
                <span role="rowheader" tabIndex={-1}>
                  {entry.words}
                </span>
              </div>
            )
          }
          const isCursor = index === cursorIndex
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to keys for all its rows
            <div
              key={key}
              role="row"
              className={classes.row}
              style={place}
              data-key={entry.key}
              aria-rowindex={entry.position + 1}
              aria-selected={isCursor}
              tabIndex={isCursor || (cursorIndex < 0 && entry.key === firstKey) ? 0 : -1}
              onFocus={() => {
                if (!isCursor) onCursorChange(entry.key)
              }}
              onClick={() => {
                onCursorChange(entry.key)
                onOpen?.(entry.item)
              }}
            >
              <div role="gridcell" tabIndex={-1} className={classes.cell}>
                {renderRow(entry.item, { isCursor })}
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
