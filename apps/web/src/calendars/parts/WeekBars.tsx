import { Fragment } from 'react'
import { dayText } from '../dayText.ts'
import { calendarWords as words } from '../words.ts'
import classes from './WeekBars.module.css'

type Hours = { from: string; until: string }
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const percent = (minutes: number) => `${(minutes / 1440) * 100}%`

/** The hours that the axis below the bars names. */
const marks = [6, 12, 18]

/** A week as seven bars of a day each, over the hours of a day, with its hours in words for whoever cannot see them. */
export function WeekBars({ week }: { week: readonly (readonly Hours[])[] }) {
  return (
    <>
      <dl className={classes.week}>
        {week.map((day, index) => {
          const name = words.days[index] ?? ''
          return (
            <Fragment key={name}>
              <dt className={classes.day}>{name.slice(0, 3)}</dt>
              <dd className={classes.track} title={dayText(day) || words.closed}>
                {marks.map((hour) => (
                  <span
                    key={hour}
                    className={classes.mark}
                    style={{ insetInlineStart: percent(hour * 60) }}
                  />
                ))}
                <span className="visually-hidden">{dayText(day) || words.closed}</span>
                {day.map(({ from, until }) => (
                  <span
                    key={from}
                    className={classes.open}
                    style={{
                      insetInlineStart: percent(minutesOf(from)),
                      inlineSize: percent(minutesOf(until) - minutesOf(from)),
                    }}
                  />
                ))}
              </dd>
            </Fragment>
          )
        })}
      </dl>
      <div className={classes.axis} aria-hidden="true">
        {marks.map((hour) => (
          <span key={hour} style={{ insetInlineStart: percent(hour * 60) }}>
            {words.hourMark(hour)}
          </span>
        ))}
      </div>
    </>
  )
}
