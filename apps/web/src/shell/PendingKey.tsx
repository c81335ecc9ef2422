import { Kbd } from '../ui/Kbd.tsx'
import { usePendingKey } from './keys.ts'
import classes from './PendingKey.module.css'

/** The first key of a sequence, while it waits for the second. */
export function PendingKey() {
  const keys = usePendingKey()
  if (keys === '') return null
  return (
    <span className={classes.pending}>
      <Kbd keys={keys} /> …
    </span>
  )
}
