import type { Request } from '@deskhand/contract'
import { Moon } from 'lucide-react'
import { Icon } from '../ui/Icon.tsx'
import { TimeText } from '../ui/TimeText.tsx'
import classes from './SnoozePanel.module.css'
import { snoozeWords as words } from './words.ts'

/** Until when a request sleeps, or why it came back; nothing for all others. */
export default function SnoozePanel({ request }: { request: Request }) {
  const { snooze, woke } = request
  if (woke) {
    const said = words.woke[woke.because]
    return (
      <p className={classes.woke}>
        <Icon of={Moon} />
        <span>
          {typeof said === 'string' ? said : said(woke.untilRequest)}, <TimeText at={woke.at} />
        </span>
      </p>
    )
  }
  if (!snooze) return null
  const events = [
    snooze.untilReply ? words.untilReply : null,
    snooze.untilRequest ? words.untilRequest(snooze.untilRequest) : null,
  ].filter(Boolean)
  return (
    <p className={classes.sleeps}>
      <Icon of={Moon} />
      <span>
        {words.until('')}
        {snooze.untilAt ? <TimeText at={snooze.untilAt} form="stamp" /> : null}
        {snooze.untilAt && events.length > 0 ? words.or : null}
        {events.join(words.or)}
      </span>
    </p>
  )
}
