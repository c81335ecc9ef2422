import { useSyncExternalStore } from 'react'
import { whenProofIsNeeded } from '../call.ts'

/** Answers whoever waits for a proof; null while nobody does. */
let answer: ((isGiven: boolean) => void) | null = null
const listeners = new Set<() => void>()

function become(next: typeof answer) {
  answer = next
  for (const listener of listeners) listener()
}

whenProofIsNeeded(
  () =>
    new Promise((resolve) => {
      become((isGiven) => {
        become(null)
        resolve(isGiven)
      })
    }),
)

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What to call when the proof was given or refused; null while none is asked for. */
export const useProofAsked = () => useSyncExternalStore(subscribe, () => answer)
