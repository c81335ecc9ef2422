import { useSyncExternalStore } from 'react'

/** Which of the shell's own overlays is open; at most one. */
/** `views` is the palette with the views of the queue alone. */
export type Overlay = 'palette' | 'views' | 'keys' | 'nav' | null

let shown: Overlay = null
const listeners = new Set<() => void>()

export function show(overlay: Overlay) {
  shown = overlay
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useOverlay = () => useSyncExternalStore(subscribe, () => shown)
