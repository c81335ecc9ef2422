import { assetReservations, type LoanAvailability } from '@deskhand/contract'
import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { dayName, dayOf, dayStart, useNow } from '../ui/time.ts'
import { addDays, daysFrom, mondayOf } from './days.ts'
import type { Period, Wish } from './PeriodFields.tsx'
import classes from './Reservations.module.css'
import { borrowWords as words } from './words.ts'

const weeks = 4
const shown = weeks * 7

/** How many of them nobody has at any time of this day. */
function freeOn(things: LoanAvailability['things'], day: string): number {
  const [start, end] = [dayStart(day).getTime(), dayStart(addDays(day, 1)).getTime()]
  return things.filter(({ busy }) =>
    busy.every(({ from, until }) => Date.parse(until) <= start || Date.parse(from) >= end),
  ).length
}

type FreeCalendarProps = { wish: Wish; value: Period; onChange: (period: Period) => void }

/** Four weeks with how many are free on each day; the first press says from when, the second until when. */
export function FreeCalendar({ wish, value, onChange }: FreeCalendarProps) {
  const now = useNow()
  const today = dayOf(now)
  const [page, setPage] = useState(0)
  const first = addDays(mondayOf(today), page * shown)
  const { data } = useRead(
    assetReservations.availability,
    {
      query: {
        ...wish,
        from: dayStart(first).toISOString(),
        until: dayStart(addDays(first, shown)).toISOString(),
      },
    },
    { keepPrevious: true },
  )
  const things = data?.things ?? []
  const { startDay, endDay } = value
  function press(day: string) {
    const isSecond = startDay !== '' && endDay === startDay && day > startDay
    onChange({ ...value, startDay: isSecond ? startDay : day, endDay: day })
  }
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>{words.calendar}</legend>
      <p className={classes.about}>{words.calendarAbout}</p>
      <div className={classes.months}>
        {words.weekdays.map((name) => (
          <span key={name} className={classes.weekday} aria-hidden="true">
            {name}
          </span>
        ))}
        {daysFrom(first, shown).map((day) => {
          const free = freeOn(things, day)
          const isChosen = startDay !== '' && day >= startDay && day <= endDay
          return (
            <button
              key={day}
              type="button"
              className={classes.day}
              data-free={Math.min(free, 1)}
              disabled={day < today}
              aria-pressed={isChosen}
              onClick={() => press(day)}
            >
              <VisuallyHidden>{words.day(dayName(dayStart(day, '12:00'), now), free)}</VisuallyHidden>
              <span aria-hidden="true">{Number(day.slice(8))}</span>
              <small aria-hidden="true">{data ? free : ' '}</small>
            </button>
          )
        })}
      </div>
      <div className={classes.buttons} style={{ marginBlockStart: 8 }}>
        {page > 0 ? (
          <Button size="small" variant="quiet" onPress={() => setPage(page - 1)}>
            {words.earlier}
          </Button>
        ) : null}
        {page < 20 ? (
          <Button size="small" variant="quiet" onPress={() => setPage(page + 1)}>
            {words.later}
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}
