import { useEffect, useSyncExternalStore } from 'react'
import { useLiveState } from '../live.ts'

/** A page that lies open is asked about at most this often. */
const pause = 300_000

let isNew = false
let lookedAt = 0
const watchers = new Set<() => void>()

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The script that a page begins with; its name changes with every build. */
export const entryOf = (page: Document) =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null

async function look() {
  lookedAt = Date.now()
  try {
    const answer = await fetch('/sign-in', { cache: 'no-store', headers: { accept: 'text/html' } })
    if (!answer.ok) return
    const entry = entryOf(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    if (entry === null || entry === entryOf(document)) return
    isNew = true
    for (const watcher of watchers) watcher()
  } catch {
    // Nobody answers; the line says so already.
  }
}

/**
 * Whether the server has pages newer than the one that is open. It is asked when the line comes back, as it does after
 * an update, and when one returns to a page that lay open.
 */
export function useNewVersion(): boolean {
  const state = useLiveState()
  const isReady = useSyncExternalStore(watch, () => isNew)
  useEffect(() => {
    // The first time that the line stands, the page is as new as it.
    if (state !== 'live' || isNew) return
    if (lookedAt > 0) void look()
    lookedAt ||= Date.now() - pause
  }, [state])
  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible' && !isNew && Date.now() - lookedAt >= pause) void look()
    }
    document.addEventListener('visibilitychange', onReturn)
    return () => document.removeEventListener('visibilitychange', onReturn)
  }, [])
  return isReady
}
