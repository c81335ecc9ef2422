import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ListEntry } from './listEntries.ts'

type Rows = { entries: readonly ListEntry<unknown>[]; cursor: string | null; cursorIndex: number }
type Drawn = { key: string; start: number; end: number }

/**
 * What comes and goes above does not move what one reads: the first row in sight that is still there stays where it
 * was. At the top of the list nothing is held, so that what is new is seen. The cursor is followed when it moves to
 * another row, and not when its row moves.
 */
export function useStillRows(
  virtual: Virtualizer<HTMLDivElement, Element>,
  { entries, cursor, cursorIndex }: Rows,
) {
  const drawn = useRef<Drawn[]>([])
  const followed = useRef<string | null>(null)
  const height = virtual.scrollRect?.height ?? 0
  const tall = useRef(height)

  useLayoutEffect(() => {
    const box = virtual.scrollElement
    if (!box || box.scrollTop === 0) return
    const top = box.scrollTop + virtual.options.scrollPaddingStart
    const indexes = new Map(entries.map((entry, index) => [entry.key, index]))
    for (const { key, start, end } of drawn.current) {
      const index = indexes.get(key)
      if (end <= top || index === undefined || entries[index]?.kind === 'header') continue
      const now = virtual.measurementsCache[index]?.start ?? start
      if (now !== start) box.scrollTop += now - start
      return
    }
  }, [entries, virtual])

  useLayoutEffect(() => {
    drawn.current = virtual
      .getVirtualItems()
      .map(({ key, start, end }) => ({ key: String(key), start, end }))
      .sort((one, other) => one.start - other.start)
  })

  // What grows beside the list, such as its filters, does not push the row one is on out of sight.
  useEffect(() => {
    const [was, row] = [tall.current, virtual.measurementsCache[cursorIndex]]
    tall.current = height
    const top = virtual.scrollOffset ?? 0
    if (height >= was || !row || row.start < top || row.end > top + was + 1) return
    virtual.scrollToIndex(cursorIndex, { align: 'auto' })
  }, [height, cursorIndex, virtual])

  useEffect(() => {
    const box = virtual.scrollElement
    if (cursor === null || cursorIndex < 0) {
      followed.current = null
      return
    }
    const isMoved = followed.current !== cursor
    followed.current = cursor
    if (isMoved) virtual.scrollToIndex(cursorIndex, { align: 'auto' })
    if (!box?.contains(document.activeElement)) return
    box.querySelector<HTMLElement>(`[data-key="${CSS.escape(cursor)}"]`)?.focus({ preventScroll: true })
  }, [cursor, cursorIndex, virtual])
}
