import { useSyncExternalStore } from 'react'

export type Density = 'compact' | 'regular' | 'roomy'
export type Contrast = 'normal' | 'more'

type Preferences = { density: Density; contrast: Contrast; singleKeys: boolean }

/** What a person chose on this device. first-paint.js reads the same keys before anything is drawn. */
const keys = {
  density: 'deskhand.density',
  contrast: 'deskhand.contrast',
  singleKeys: 'deskhand.single-keys',
}
const listeners = new Set<() => void>()

function read(key: string) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function load(): Preferences {
  const density = read(keys.density)
  const contrast = read(keys.contrast)
  return {
    density: density === 'compact' || density === 'roomy' ? density : 'regular',
    contrast:
      contrast === 'more' || (contrast === null && window.matchMedia('(prefers-contrast: more)').matches)
        ? 'more'
        : 'normal',
    singleKeys: read(keys.singleKeys) !== 'off',
  }
}

let current = load()

function keep(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage may be forbidden; the choice then lasts until the page is left.
  }
}

export function choose(change: Partial<Preferences>) {
  current = { ...current, ...change }
  if (change.density) keep(keys.density, change.density)
  if (change.contrast) keep(keys.contrast, change.contrast)
  if (change.singleKeys !== undefined) keep(keys.singleKeys, change.singleKeys ? 'on' : 'off')
  document.documentElement.dataset['contrast'] = current.contrast
  document.documentElement.dataset['density'] = current.density
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const preferences = () => current

export function usePreferences() {
  return useSyncExternalStore(subscribe, preferences)
}
