import type { Party, progress, ReplyOf } from '@deskhand/contract'
import { span } from '../ui/time.ts'
import classes from './HandsBar.module.css'
import { progressWords as words } from './words.ts'

type Told = Pick<ReplyOf<(typeof progress)['get']>, 'spans' | 'held'>

/** A request's life as one bar, stretch by stretch, and what each party's stretches add up to. */
export function HandsBar({ spans, held, names }: Told & { names: Record<Party, string> }) {
  const now = Date.now()
  // A hand that had it for less than a second is in no list, so it is in no bar.
  const seen = spans.filter((stretch) => held.some(({ party }) => party === stretch.party))
  const parts = held.map(({ party, seconds }) => words.part(names[party], span(seconds * 1000)))
  return (
    <div>
      <div className={classes.bar} role="img" aria-label={words.summary(parts.join(', '))}>
        {seen.map(({ party, from, until }) => (
          <span
            key={from}
            className={classes.stretch}
            data-party={party}
            style={{ flexGrow: (until ? Date.parse(until) : now) - Date.parse(from) }}
          />
        ))}
      </div>
      <ul className={classes.parties}>
        {held.map(({ party, seconds }) => (
          <li key={party}>
            <span className={classes.swatch} data-party={party} />
            {names[party]}
            <span className={classes.time}>{span(seconds * 1000)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
