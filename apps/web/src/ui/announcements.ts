import { useSyncExternalStore } from 'react'

let said = ''
const listeners = new Set<() => void>()

/** Says a sentence to screen readers through the page's one polite live region. */
export function announce(sentence: string) {
  // The same sentence twice would not be read again; an invisible space makes it another one.
  said = sentence === said ? `${sentence}\u00a0` : sentence
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useAnnouncement = () => useSyncExternalStore(subscribe, () => said)
