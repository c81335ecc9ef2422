import type { AssetReservation } from '@deskhand/contract'
import { dayAndTime, dayOf, dayStart, useNow } from '../ui/time.ts'
import { addDays, daysFrom } from './days.ts'
import classes from './Reservations.module.css'
import { reservationWords as words } from './words.ts'

type TimelineProps = {
  reservations: readonly AssetReservation[]
  /** The first day that is shown. */
  from: string
  days: number
  onOpen: (reservation: AssetReservation) => void
}

/** A line for each thing, a bar for each time in which it is taken. */
export function Timeline({ reservations, from, days, onOpen }: TimelineProps) {
  const now = useNow()
  const [first, last] = [dayStart(from).getTime(), dayStart(addDays(from, days)).getTime()]
  const lines = [...Map.groupBy(reservations, (one) => one.assetTag ?? one.name)]
  const today = dayOf(now)
  const share = (at: string) => {
    const part = (Date.parse(at) - first) / (last - first)
    return Math.min(1, Math.max(0, part)) * 100
  }
  return (
    <div className={classes.scroll}>
      <div className={classes.grid}>
        <div className={classes.head}>
          <span />
          <div className={classes.days} aria-hidden="true">
            {daysFrom(from, days).map((day) => (
              <span key={day} aria-current={day === today ? 'date' : undefined}>
                {Number(day.slice(8))}
              </span>
            ))}
          </div>
        </div>
        <ul className={classes.rows} aria-label={words.timeline}>
          {lines.map(([key, own]) => (
            <li key={key} className={classes.line}>
              <span>
                {own[0]?.name} <span className={classes.quiet}>{own[0]?.assetTag}</span>
              </span>
              <div className={classes.track}>
                {own.map((one) => {
                  // What is late is still out, and what came back early is free since.
                  const end = one.state === 'OVERDUE' ? now.toISOString() : (one.returnedAt ?? one.endsAt)
                  const [left, right] = [share(one.startsAt), share(end)]
                  const period = words.from(
                    dayAndTime(new Date(one.startsAt)),
                    dayAndTime(new Date(one.endsAt)),
                  )
                  return (
                    <button
                      key={one.id}
                      type="button"
                      className={classes.period}
                      data-state={one.state}
                      style={{ insetInlineStart: `${left}%`, inlineSize: `${right - left}%` }}
                      aria-label={words.bar(one.personName, words.states[one.state], period)}
                      title={words.bar(one.personName, words.states[one.state], period)}
                      onClick={() => onOpen(one)}
                    >
                      {one.personName}
                    </button>
                  )
                })}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
