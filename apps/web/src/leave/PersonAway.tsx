import type { leave, ReplyOf } from '@deskhand/contract'
import { dayText } from '../forms/dayText.ts'
import classes from './AwayPage.module.css'
import { kindWords } from './kindWords.ts'
import { type Month, placeIn } from './months.ts'
import { awayWords as words } from './words.ts'

type Person = ReplyOf<typeof leave.calendar>['data'][number]
type Span = Person['away'][number]

/** One person's month: a line with the days away on it, and the same in words. */
export function PersonAway({ person, month }: { person: Person; month: Month }) {
  const { name, isMe, away } = person
  return (
    <li className={classes.person}>
      <span className={classes.name}>{isMe ? words.me : name}</span>
      <span className={classes.line} aria-hidden>
        {away.map((span) => {
          const { start, length } = placeIn(month, span)
          return (
            <span
              key={`${span.fromDate} ${span.untilDate}`}
              className={span.isAsked ? classes.asked : classes.away}
              style={{ insetInlineStart: `${start * 100}%`, inlineSize: `${length * 100}%` }}
            />
          )
        })}
      </span>
      <span className={classes.said}>
        {away.length === 0 ? words.here : away.map((span) => textOf(span)).join(' · ')}
      </span>
    </li>
  )
}

function textOf({ fromDate, untilDate, leaveType, isAsked }: Span): string {
  const days = words.span(dayText(fromDate), dayText(untilDate))
  const more = [leaveType ? kindWords(leaveType) : null, isAsked ? words.asked : null].filter(Boolean)
  return more.length > 0 ? `${days} (${more.join(', ')})` : days
}
