import type { Operation } from '@deskhand/contract'
import { useSyncExternalStore } from 'react'

/** The large operation whose undoing was asked for, until somebody says yes or no. */
let asked: Operation | null = null
const listeners = new Set<() => void>()

/** Asks before a large undo, wherever it was begun: a toast outlives the page that showed it. */
export function askUndo(operation: Operation | null) {
  asked = operation
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useAskedUndo = () => useSyncExternalStore(subscribe, () => asked)
