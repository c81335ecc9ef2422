import { classNames } from '../../ui/classNames.ts'
import { SectionTitle } from '../../ui/SectionTitle.tsx'
import classes from '../OverviewPage.module.css'
import { overviewWords as words } from '../overviewWords.ts'

export type Bar = {
  label: string
  count: number
  /** Where the count is not what is written: money. */
  shown?: string
  note?: string | null
  /** The list behind it. */
  href: string
}

type BarsProps = {
  title: string
  about?: string | null
  bars: readonly Bar[]
  /** What a whole bar is; left out, the longest of them. */
  most?: number
}

/** Counts as bars with their words and numbers beside them, so that the chart is its own table; each opens its list. */
export function Bars({ title, about, bars, most }: BarsProps) {
  const whole = Math.max(1, most ?? 0, ...bars.map(({ count }) => count))
  return (
    <section className={classes.chart}>
      <SectionTitle>{title}</SectionTitle>
      {about ? <p className={classes.about}>{about}</p> : null}
      {bars.length === 0 ? <p className={classes.about}>{words.none}</p> : null}
      <ul className={classes.bars} aria-label={title}>
        {bars.map(({ label, count, shown, note, href }) => (
          <li key={label}>
            <a className={classNames(classes.bar, count === 0 && classes.none)} href={href}>
              <span className={classes.label}>{label}</span>
              <span className={classes.track} aria-hidden="true">
                <span className={classes.fill} style={{ inlineSize: `${(count / whole) * 100}%` }} />
              </span>
              <span className={classes.count}>
                {shown ?? count.toLocaleString('en')}
                {note ? <span className={classes.note}> {note}</span> : null}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
