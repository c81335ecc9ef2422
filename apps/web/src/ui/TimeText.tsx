import { agoOrDate, clockTime, dayName, fullTime, gutterTime, shortDate, useNow } from './time.ts'

type TimeTextProps = {
  at: string
  /** `relative`: "3 h ago", a date after a day. `gutter`: "Wed 10:12". `clock`: "10:42". `date`: "18 Nov". `day`: "Today". */
  form?: 'relative' | 'gutter' | 'clock' | 'date' | 'day'
}

const forms = { relative: agoOrDate, gutter: gutterTime, clock: clockTime, date: shortDate, day: dayName }

/** A time in the reader's zone, with the whole of it on hover. */
export function TimeText({ at, form = 'relative' }: TimeTextProps) {
  const now = useNow()
  const time = new Date(at)
  return (
    <time dateTime={at} title={fullTime(time)}>
      {forms[form](time, now)}
    </time>
  )
}
