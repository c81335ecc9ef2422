import { useMemo, useRef } from 'react'
import { keyBeside } from '../ui/listEntries.ts'
import { type Command, useCommands } from './commands.ts'
import { rowWords } from './words.ts'

type RowCommands<Item> = {
  /** The slice, for the commands' ids. */
  slice: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  cursor: string | null
  onCursorChange: (key: string) => void
  onOpen: (item: Item) => void
}

/**
 * J, K and O for a table that has the page to itself. The ref goes around the table: moving by key also moves
 * the focus into it, so that Enter opens.
 */
export function useRowCommands<Item>(given: RowCommands<Item>) {
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef(given)
  latest.current = given
  const { slice } = given
  const commands = useMemo<Command[]>(() => {
    const list = { scope: 'list', group: 'record', isQuiet: true } as const
    const step = (by: number) => {
      const { items, keyOf, cursor, onCursorChange } = latest.current
      const next = keyBeside(items, keyOf, cursor, by)
      if (next === null) return
      box.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
      onCursorChange(next)
      // Already there: the list moves the focus only with the cursor.
      if (next === cursor) {
        box.current
          ?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`)
          ?.focus({ preventScroll: true })
      }
    }
    const open = () => {
      const { items, keyOf, cursor, onOpen } = latest.current
      const item = items.find((one) => keyOf(one) === cursor)
      if (item) onOpen(item)
    }
    return [
      { ...list, id: `${slice}.next`, title: rowWords.next, keys: 'j', run: () => step(1) },
      { ...list, id: `${slice}.previous`, title: rowWords.previous, keys: 'k', run: () => step(-1) },
      { ...list, id: `${slice}.open`, title: rowWords.open, keys: 'o', run: open },
    ]
  }, [slice])
  useCommands(commands)
  return box
}
