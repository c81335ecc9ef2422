import type { Location } from '@deskhand/contract'
import { Button } from '../../ui/Button.tsx'
import { hereWords as words } from '../words.ts'
import classes from './HereLine.module.css'

/** Where somebody is who scanned the code of a place, and that they are not. */
export function HereLine({ place, onLeave }: { place: Location; onLeave: () => void }) {
  return (
    <p className={classes.here}>
      <span>
        {words.here} <strong>{place.path.toReversed().join(', ')}</strong>
      </span>
      <Button size="small" variant="quiet" onPress={onLeave}>
        {words.elsewhere}
      </Button>
    </p>
  )
}
