import { type Asset, assets } from '@deskhand/contract'
import { useEffect, useRef, useState } from 'react'
import { usePages } from '../../api.ts'
import { dayOf, plainDay, shortDate, useNow } from '../../ui/time.ts'
import { thingWords as words } from '../thingWords.ts'
import classes from './DaySlider.module.css'

const day = 86_400_000
const noonOf = (text: string) => Date.parse(`${text}T12:00:00Z`)
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10)
/** So long a hand may rest before the page goes to the day. */
const rest = 160

/** From the day it was added until today: moved back, the page shows the thing as it was at the end of that day. */
export function DaySlider({
  asset: { id, createdAt },
  asOf,
  onChange,
}: {
  asset: Asset
  asOf: string | null
  onChange: (asOf: string | null) => void
}) {
  const now = useNow()
  const today = dayOf(now)
  const first = dayOf(new Date(createdAt))
  const days = Math.max(1, Math.round((noonOf(today) - noonOf(first)) / day))
  const placeOf = (text: string) =>
    Math.min(days, Math.max(0, Math.round((noonOf(text) - noonOf(first)) / day)))
  const [at, setAt] = useState(asOf ? placeOf(asOf) : days)
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the address says is where it stands
  useEffect(() => setAt(asOf ? placeOf(asOf) : days), [asOf, days])
  useEffect(() => () => clearTimeout(later.current), [])
  const events = usePages(assets.events, { params: { id }, query: { limit: 100 } }).items
  const shown = at >= days ? null : dayAt(noonOf(first) + at * day)
  if (first === today) return null

  const slide = (next: number) => {
    setAt(next)
    clearTimeout(later.current)
    later.current = setTimeout(() => onChange(next >= days ? null : dayAt(noonOf(first) + next * day)), rest)
  }
  return (
    <div className={asOf ? classes.slidePast : classes.slide}>
      <span className={classes.slideEnd}>{shortDate(new Date(createdAt), now)}</span>
      <span className={classes.track}>
        <span className={classes.ticks} aria-hidden="true">
          {[...new Set(events.map((event) => placeOf(dayOf(new Date(event.at)))))].map((place) => (
            <i key={place} style={{ insetInlineStart: `${(place / days) * 100}%` }} />
          ))}
        </span>
        <input
          type="range"
          className={classes.range}
          min={0}
          max={days}
          step={1}
          value={at}
          aria-label={words.slider}
          aria-valuetext={shown ? plainDay(shown, now) : words.today}
          onChange={(event) => slide(Number(event.currentTarget.value))}
        />
      </span>
      <span className={classes.slideEnd}>
        {shown ? (
          <>
            <b>{words.sliderValue(plainDay(shown, now))}</b>{' '}
            <button type="button" className={classes.toNow} onClick={() => slide(days)}>
              {words.backToNow}
            </button>
          </>
        ) : (
          words.today
        )}
      </span>
    </div>
  )
}
