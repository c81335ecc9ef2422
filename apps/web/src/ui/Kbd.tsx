import classes from './Kbd.module.css'
import { keyNames } from './keyNames.ts'

/** A key cap; hidden where there is no keyboard to speak of. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={classes.kbd}>{keyNames(keys)}</kbd>
}
