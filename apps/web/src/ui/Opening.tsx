import { type ReactNode, Suspense } from 'react'

/** Around a dialog whose code may still be on its way; keys wait for it, see `shell/heldKeys.ts`. */
export function Opening({ children }: { children: ReactNode }) {
  return <Suspense fallback={<span data-opening hidden />}>{children}</Suspense>
}
