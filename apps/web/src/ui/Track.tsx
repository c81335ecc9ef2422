import { classNames } from './classNames.ts'
import { TimeText } from './TimeText.tsx'
import classes from './Track.module.css'

type Stop = { words: string; state: 'done' | 'now' | 'ahead'; at?: string | null }

/** Where a request stands, as a line of few stops. */
export function Track({ label, stops }: { label: string; stops: readonly Stop[] }) {
  return (
    <ol className={classes.track} aria-label={label}>
      {stops.map((stop) => (
        <li
          key={stop.words}
          className={classNames(classes.stop, stop.state !== 'ahead' && classes[stop.state])}
          aria-current={stop.state === 'now' ? 'step' : undefined}
        >
          {stop.words}
          {stop.at ? (
            <span className={classes.when}>
              <TimeText at={stop.at} form="gutter" />
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
