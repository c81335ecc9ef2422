import { useLiveState } from '../live.ts'
import { classNames } from '../ui/classNames.ts'
import classes from './StatusCorner.module.css'
import { useMe } from './session.ts'
import { liveWords } from './words.ts'

/** Whether what one sees is live. Shapes differ, not only colours. */
export function StatusCorner() {
  const state = useLiveState()
  const { preferences, company } = useMe()
  const zone = preferences.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const words = zone === company.zone ? liveWords[state] : `${liveWords[state]}. ${liveWords.zone(zone)}`
  return (
    <span className={classes.corner} role="status" aria-label={words} data-hint={words} data-hint-side="end">
      <span className={classNames(classes.dot, state !== 'live' && classes[state])} />
    </span>
  )
}
