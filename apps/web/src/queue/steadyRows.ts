import { useMemo, useRef, useState } from 'react'

type Row = { id: string }

/**
 * Rows in the order in which they were first shown: what changes does so in its place, what leaves goes, and
 * what is new waits behind a pill, so that nothing moves under the cursor. `scope` names the list; another
 * list starts afresh.
 */
export function useSteadyRows<R extends Row>(rows: readonly R[], scope: string) {
  const held = useRef<{ scope: string; ids: string[] }>({ scope: '', ids: [] })
  const [taken, setTaken] = useState(0)
  return useMemo(() => {
    const isOther = held.current.scope !== scope
    const byId = new Map(rows.map((row) => [row.id, row]))
    const known = new Set(isOther ? [] : held.current.ids)
    // Behind the last known row comes what paging brought; in front of it, what is new.
    const lastKnown = rows.findLastIndex(({ id }) => known.has(id))
    const isFirst = isOther || known.size === 0 || lastKnown < 0 || taken < 0
    const kept = isFirst ? [] : held.current.ids.filter((id) => byId.has(id))
    const added = isFirst ? rows : rows.slice(lastKnown + 1)
    const ids = [...kept, ...added.map(({ id }) => id)]
    held.current = { scope, ids }
    const shownIds = new Set(ids)
    return {
      shown: ids.flatMap((id) => byId.get(id) ?? []),
      freshCount: rows.filter(({ id }) => !shownIds.has(id)).length,
      /** Takes in what is new, in the list's own order. */
      takeIn: () => {
        held.current = { scope: '', ids: [] }
        setTaken((count) => count + 1)
      },
    }
  }, [rows, scope, taken])
}
