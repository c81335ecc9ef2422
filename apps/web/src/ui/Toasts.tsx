import { Notifications } from '@mantine/notifications'

/** Where toasts appear; drawn once by the shell. */
export function Toasts() {
  return <Notifications position="bottom-right" limit={3} containerWidth={420} zIndex={400} />
}
