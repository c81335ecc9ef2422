import type { AssetRow } from '@deskhand/contract'
import { useCallback, useMemo, useRef, useState } from 'react'
import { type Command, useCommands } from '../shell/commands.ts'
import { pickWords as words } from './words.ts'

const nothing: ReadonlyMap<string, AssetRow> = new Map()

/** X picks, ⇧X and ⇧click pick up to here, ⌘A all that are loaded, Escape lets go. */
export function usePicked(rows: readonly AssetRow[], cursor: string | null, isOff: boolean) {
  const [kept, setPicked] = useState<ReadonlyMap<string, AssetRow>>(nothing)
  const picked = isOff ? nothing : kept
  const anchor = useRef<string | null>(null)

  const pick = useCallback(
    (key: string, isRange: boolean) => {
      const at = rows.findIndex(({ id }) => id === key)
      const from = rows.findIndex(({ id }) => id === anchor.current)
      const row = rows[at]
      if (!row || isOff) return
      setPicked((was) => {
        const next = new Map(was)
        if (isRange && from >= 0) {
          for (const one of rows.slice(Math.min(at, from), Math.max(at, from) + 1)) next.set(one.id, one)
        } else if (!next.delete(key)) {
          next.set(key, row)
        }
        return next
      })
      anchor.current = key
    },
    [rows, isOff],
  )
  const clear = useCallback(() => setPicked(nothing), [])
  const pickAll = useCallback(() => setPicked(new Map(rows.map((row) => [row.id, row]))), [rows])

  const commands = useMemo<Command[]>(() => {
    if (isOff) return []
    const list = { scope: 'list', group: 'record' } as const
    const all: Command[] = [
      {
        ...list,
        id: 'assets.pick',
        title: words.pick,
        keys: 'x',
        run: () => cursor && pick(cursor, false),
      },
      {
        ...list,
        id: 'assets.pickTo',
        title: words.pickTo,
        keys: 'Shift+x',
        isQuiet: true,
        run: () => cursor && pick(cursor, true),
      },
      {
        ...list,
        id: 'assets.pickAll',
        title: words.pickAll,
        keys: 'Mod+a',
        run: pickAll,
      },
    ]
    if (picked.size > 0)
      all.push({ ...list, id: 'assets.unpick', title: words.clear, keys: 'Escape', run: clear })
    return all
  }, [cursor, pick, pickAll, clear, picked.size, isOff])
  useCommands(commands)
  // Of what is picked, the newest that is known.
  const fresh = useMemo(
    () => new Map([...picked].map(([id, row]) => [id, rows.find((one) => one.id === id) ?? row])),
    [picked, rows],
  )
  return { picked: fresh, pick, pickAll, clear }
}
