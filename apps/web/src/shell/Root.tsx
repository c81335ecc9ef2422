import { Outlet } from '@tanstack/react-router'
import { Announcer } from '../ui/Announcer.tsx'
import { Hints } from '../ui/Hints.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { useFollowLinks } from './followLinks.ts'
import { useKeys } from './keys.ts'
import { Overlays } from './Overlays.tsx'
import { PendingKey } from './PendingKey.tsx'

/** Around every page, signed in or not. */
export function Root() {
  useFollowLinks()
  useKeys()
  return (
    <>
      <Outlet />
      <Overlays />
      <PendingKey />
      <Hints />
      <Toasts />
      <Announcer />
    </>
  )
}
