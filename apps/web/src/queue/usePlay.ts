import type { RequestRow } from '@deskhand/contract'
import { useEffect, useMemo, useRef, useState } from 'react'
import { presentAt } from '../presence/board.ts'
import { type Command, useCommands } from '../shell/commands.ts'
import { useMe } from '../shell/session.ts'
import { toast } from '../ui/toast.tsx'
import { playWords as words } from './playWords.ts'

type Place = Pick<RequestRow, 'id' | 'referenceNumber'>
/** One walk through a view: its requests in the order they had, and the one that is open. */
type Walk = { places: readonly Place[]; at: number; skipped: number; startedAt: Date }
export type Play = Walk & { next: () => void; stop: () => void }

type Playing = {
  rows: readonly RequestRow[]
  cursor: string | null
  onSelect: (reference: string) => void
  /** Asks for rows that are not loaded yet. */
  onMore: () => void
}

/** ⇧P opens the requests of a view one after the other and leaves out those that somebody else has open; Escape ends it. */
export function usePlay(given: Playing): Play | null {
  const me = useMe()
  const [walk, setWalk] = useState<Walk | null>(null)
  const latest = useRef({ ...given, walk })
  latest.current = { ...given, walk }

  const acts = useMemo(() => {
    const stop = () => setWalk(null)
    function go(
      places: readonly Place[],
      from: number,
      { skipped, startedAt }: Pick<Walk, 'skipped' | 'startedAt'>,
    ) {
      const free = places.findIndex(({ id }, at) => at >= from && presentAt(id, me.id).length === 0)
      if (free < 0) {
        toast(latest.current.walk ? words.over(places.length) : words.taken)
        return stop()
      }
      const place = places[free]
      if (!place) return
      setWalk({ places, at: free, skipped: skipped + free - from, startedAt })
      latest.current.onSelect(place.referenceNumber)
      if (free >= places.length - 5) latest.current.onMore()
    }
    function next() {
      const { walk: now, rows, cursor } = latest.current
      if (!now) {
        const first = rows.findIndex(({ referenceNumber }) => referenceNumber === cursor)
        return go(rows, Math.max(0, first), { skipped: 0, startedAt: new Date() })
      }
      // What left the view keeps its place, and what came meanwhile is walked at the end.
      const known = new Set(now.places.map(({ id }) => id))
      go([...now.places, ...rows.filter(({ id }) => !known.has(id))], now.at + 1, now)
    }
    return { next, stop }
  }, [me.id])

  // Whoever opens another request by hand has left the walk.
  const open = walk?.places[walk.at]?.referenceNumber ?? null
  const { cursor } = given
  const reached = useRef<string | null>(null)
  useEffect(() => {
    if (open === null) reached.current = null
    else if (cursor === open) reached.current = open
    else if (reached.current === open) setWalk(null)
  }, [open, cursor])

  const isPlaying = walk !== null
  const hasRows = given.rows.length > 0
  const commands = useMemo<Command[]>(() => {
    const list = { scope: 'list', group: 'record' } as const
    const all: Command[] = [
      {
        ...list,
        id: 'queue.play',
        title: isPlaying ? words.next : words.play,
        keys: 'Shift+p',
        disabledReason: hasRows || isPlaying ? null : words.nothing,
        run: acts.next,
      },
    ]
    if (isPlaying)
      all.push({ ...list, id: 'queue.stopPlay', title: words.stop, keys: 'Escape', run: acts.stop })
    return all
  }, [acts, isPlaying, hasRows])
  useCommands(commands)
  return walk && { ...walk, ...acts }
}
