// biome-ignore-all lint/a11y/useSemanticElements: a row of a virtual grid, see VirtualList
import { memo, type ReactNode, type RefCallback } from 'react'
import classes from './VirtualList.module.css'

type ListRowProps<Item> = {
  item: Item
  rowKey: string
  /** Its place among the drawn entries, which measuring asks for. */
  index: number
  /** Its place among all rows, counted as a screen reader says it. */
  rowIndex: number
  /** Pixels from the top of the list. */
  top: number
  height: number
  isCursor: boolean
  /** Picked, or, where nothing is, under the cursor. */
  isSelected: boolean
  isTabStop: boolean
  /** Whether the list has column heads; its rows then draw their own gridcells. */
  isTable: boolean
  renderRow: (item: Item, state: { isCursor: boolean }) => ReactNode
  renderBelow?: ((item: Item) => ReactNode) | undefined
  measure?: RefCallback<HTMLElement> | undefined
  onCursorChange: (key: string) => void
  onOpen?: ((item: Item) => void) | undefined
  onPick?: ((key: string, isRange: boolean) => void) | undefined
}

/** What can be pressed inside a row does its own thing, and what lies open below it is there to be read. */
const isRowsOwn = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, label, [data-below]') === null

function Row<Item>({ item, isCursor, onCursorChange, onOpen, onPick, ...row }: ListRowProps<Item>) {
  const drawn = row.renderRow(item, { isCursor })
  const below = row.renderBelow?.(item)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to keys for all its rows
    <div
      role="row"
      className={classes.row}
      style={{ transform: `translateY(${row.top}px)`, ...(below ? {} : { height: row.height }) }}
      data-key={row.rowKey}
      data-index={row.index}
      ref={row.measure}
      aria-rowindex={row.rowIndex}
      aria-selected={row.isSelected}
      tabIndex={row.isTabStop ? 0 : -1}
      onFocus={() => {
        if (!isCursor) onCursorChange(row.rowKey)
      }}
      onClick={({ target, shiftKey, ctrlKey, metaKey }) => {
        onCursorChange(row.rowKey)
        if (!isRowsOwn(target)) return
        if (!onPick || !(shiftKey || ctrlKey || metaKey)) return onOpen?.(item)
        // The browser has marked the text between two presses.
        window.getSelection()?.removeAllRanges()
        onPick(row.rowKey, shiftKey)
      }}
    >
      {row.isTable ? (
        drawn
      ) : (
        <div role="gridcell" tabIndex={-1} className={classes.cell}>
          {drawn}
        </div>
      )}
      {below ? (
        <div role="gridcell" tabIndex={-1} className={classes.below} data-below>
          {below}
        </div>
      ) : null}
    </div>
  )
}

/** One row of a list. While one scrolls, the rows that stay are not drawn again. */
// `memo` forgets that the component is generic.
export const ListRow = memo(Row) as typeof Row
