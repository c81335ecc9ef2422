import classes from './VipChip.module.css'
import { vipWords as words } from './words.ts'

/** Somebody whose requests come first, for who works on them. */
export function VipChip() {
  return (
    <abbr className={classes.chip} title={words.title}>
      {words.chip}
    </abbr>
  )
}
