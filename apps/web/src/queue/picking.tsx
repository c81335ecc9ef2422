import type { QueryIn, RequestRow, requests } from '@deskhand/contract'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { type Command, useCommands } from '../shell/commands.ts'
import { pickWords } from './words.ts'

type Filter = QueryIn<(typeof requests)['list']>

/** The requests that are picked in the list: these rows, or everything that fits its filter. */
export type Picking = {
  rows: ReadonlyMap<string, RequestRow>
  /** Set when all that fit are meant, loaded or not. */
  filter: Filter | null
  set: (rows: ReadonlyMap<string, RequestRow>, filter?: Filter | null) => void
  clear: () => void
}

const nothing: ReadonlyMap<string, RequestRow> = new Map()
const Context = createContext<Picking>({ rows: nothing, filter: null, set: () => {}, clear: () => {} })

/** Holds what is picked; give it the view as its key, so that another view begins with nothing. */
export function PickingProvider({ children }: { children: ReactNode }) {
  const [{ rows, filter }, change] = useState<Pick<Picking, 'rows' | 'filter'>>({
    rows: nothing,
    filter: null,
  })
  const picking = useMemo<Picking>(
    () => ({
      rows,
      filter,
      set: (next, all = null) => change({ rows: next, filter: all }),
      clear: () => change({ rows: nothing, filter: null }),
    }),
    [rows, filter],
  )
  return <Context value={picking}>{children}</Context>
}

export const usePicking = () => useContext(Context)

const keyOf = (row: RequestRow) => row.referenceNumber

/** X picks, ⇧X and ⇧click pick up to here, ⌘A all that are loaded, Escape lets go. */
export function usePickKeys(rows: readonly RequestRow[], cursor: string | null) {
  const picking = usePicking()
  const anchor = useRef<string | null>(null)
  const { rows: picked, set, clear } = picking

  const pick = useCallback(
    (key: string, isRange: boolean) => {
      const at = rows.findIndex((row) => keyOf(row) === key)
      const from = rows.findIndex((row) => keyOf(row) === anchor.current)
      const row = rows[at]
      if (!row) return
      const next = new Map(picked)
      if (isRange && from >= 0) {
        for (const one of rows.slice(Math.min(at, from), Math.max(at, from) + 1)) next.set(keyOf(one), one)
      } else if (!next.delete(key)) {
        next.set(key, row)
      }
      anchor.current = key
      set(next)
    },
    [rows, picked, set],
  )

  const commands = useMemo<Command[]>(() => {
    const list = { scope: 'list', group: 'record' } as const
    const all: Command[] = [
      {
        ...list,
        id: 'queue.pick',
        title: pickWords.pick,
        keys: 'x',
        run: () => cursor && pick(cursor, false),
      },
      {
        ...list,
        id: 'queue.pickTo',
        title: pickWords.pickTo,
        keys: 'Shift+x',
        isQuiet: true,
        run: () => cursor && pick(cursor, true),
      },
      {
        ...list,
        id: 'queue.pickAll',
        title: pickWords.pickAll,
        keys: 'Mod+a',
        run: () => set(new Map(rows.map((row) => [keyOf(row), row]))),
      },
    ]
    if (picked.size > 0)
      all.push({ ...list, id: 'queue.unpick', title: pickWords.clear, keys: 'Escape', run: clear })
    return all
  }, [cursor, pick, rows, set, clear, picked.size])
  useCommands(commands)
  return { picked, pick }
}
