import { Tooltip } from '@mantine/core'
import { useLiveState } from '../live.ts'
import { classNames } from '../ui/classNames.ts'
import { useLate } from '../ui/useLate.ts'
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
    <Tooltip label={words} position="right">
      <span className={classes.corner} role="status" aria-label={words}>
        <span className={classNames(classes.dot, state !== 'live' && classes[state])} />
      </span>
    </Tooltip>
  )
}

/** Above the page where there is no corner, and only when it matters. */
export function OfflineStrip() {
  const state = useLiveState()
  const isLong = useLate(state === 'offline', 2000)
  if (!isLong) return null
  return (
    <output className={classes.strip} data-screen-only>
      <span className={classNames(classes.dot, classes.offline)} />
      {liveWords.offline}
    </output>
  )
}
