import { classNames } from './classNames.ts'
import classes from './SkeletonRows.module.css'
import { useLate } from './useLate.ts'
import { listWords } from './words.ts'

const widths = [72, 54, 81, 63, 48, 76, 58, 69]

type SkeletonRowsProps = {
  rows?: number
  lines?: 1 | 2
  /** They take over from others that stood here: what has waited long enough does not blink. */
  isLate?: boolean
}

/** Still rows in the list's own geometry, only when loading takes longer than 400 ms. */
export function SkeletonRows({ rows = 6, lines = 2, isLate = false }: SkeletonRowsProps) {
  const shown = useLate(true, 400) || isLate
  const slow = useLate(true, 5000)
  if (!shown) return null
  return (
    <div className={classes.rows} role="status" aria-label={listWords.loading}>
      <span className={classes.strip} />
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={index} className={classNames(classes.row, lines === 2 ? classes.two : classes.one)}>
          <span className={classes.glyph} />
          <span>
            <span className={classes.line} style={{ width: `${widths[index % widths.length]}%` }} />
            {lines === 2 ? (
              <span className={classes.line} style={{ width: `${widths[(index + 3) % widths.length]}%` }} />
            ) : null}
          </span>
          <span className={classes.line} />
        </div>
      ))}
      {slow ? <p className={classes.slow}>{listWords.slow}</p> : null}
    </div>
  )
}
