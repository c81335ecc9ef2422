import { classNames } from './classNames.ts'
import classes from './DueText.module.css'
import { fullTime, span, useNow } from './time.ts'
import { timeWords } from './words.ts'

/** How long until it is due, or how late it is; the square says late without colour. */
export function DueText({ at, soonWithin = 3_600_000 }: { at: string; soonWithin?: number }) {
  const now = useNow()
  const due = new Date(at)
  const left = due.getTime() - now.getTime()
  const late = left < 0
  return (
    <time
      className={classNames(classes.due, late ? classes.late : left < soonWithin && classes.soon)}
      dateTime={at}
      title={late ? timeWords.was(fullTime(due)) : timeWords.due(fullTime(due))}
    >
      {late ? <span className={classes.square} aria-hidden="true" /> : null}
      {late ? timeWords.late(span(left)) : span(left)}
    </time>
  )
}
