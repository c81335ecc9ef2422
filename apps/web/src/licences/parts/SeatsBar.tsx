import type { LicenceRow } from '@deskhand/contract'
import { Meter } from '../../ui/Meter.tsx'
import classes from '../Licences.module.css'
import { licenceWords as words } from '../words.ts'

/** How many seats are used, as a bar and in words. */
export function SeatsBar({ licence }: { licence: Pick<LicenceRow, 'used' | 'seats' | 'free' | 'isLow'> }) {
  const { used, seats, free, isLow } = licence
  const said = words.usedOf(used, seats)
  return (
    <div className={classes.use}>
      <Meter label={said} value={used} max={Math.max(1, seats)} tone={isLow ? 'warn' : 'petrol'} />
      <span>
        <span className={classes.muted}>{said}, </span>
        <span className={isLow ? classes.warn : classes.muted}>
          {words.free(free)}
          {isLow ? `: ${words.low.toLowerCase()}` : ''}
        </span>
      </span>
    </div>
  )
}
