import { lazy, Suspense } from 'react'
import { useToastsWanted } from './toast.tsx'

const Notifications = lazy(() =>
  import('@mantine/notifications').then((module) => ({ default: module.Notifications })),
)

/** Where toasts appear: at the start, because the end is where one sends. Drawn once by the shell. */
export function Toasts() {
  const isWanted = useToastsWanted()
  return (
    <Suspense>{isWanted ? <Notifications position="bottom-left" limit={3} zIndex={400} /> : null}</Suspense>
  )
}
