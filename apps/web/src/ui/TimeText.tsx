import {
  agoOrDate,
  clockTime,
  dayName,
  fullTime,
  gutterTime,
  shortDate,
  stampTime,
  timeIn,
  useNow,
} from './time.ts'

type TimeTextProps = {
  at: string
  /** `relative`: "3 h ago", a date after a day. `gutter`: "Wed 10:12". `clock`: "10:42". `date`: "18 Nov". `day`: "Today". `stamp`: "18 Nov, 10:42". */
  form?: keyof typeof forms
  /** On hover also the time there. */
  alsoIn?: string
}

const forms = {
  relative: agoOrDate,
  gutter: gutterTime,
  clock: clockTime,
  date: shortDate,
  day: dayName,
  stamp: stampTime,
}

/** A time in the reader's zone, with the whole of it on hover. */
export function TimeText({ at, form = 'relative', alsoIn }: TimeTextProps) {
  const now = useNow()
  const time = new Date(at)
  return (
    <time dateTime={at} title={alsoIn ? `${fullTime(time)}\n${timeIn(time, alsoIn)}` : fullTime(time)}>
      {forms[form](time, now)}
    </time>
  )
}
