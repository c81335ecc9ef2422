import type { ReactNode } from 'react'
import { classNames } from './classNames.ts'
import classes from './RecordRow.module.css'

type RecordRowProps = {
  /** A StatusGlyph, as a rule. */
  glyph: ReactNode
  title: string
  /** A Tag, quiet and compact. */
  tag: ReactNode
  /** Who and where: "Marta Gil, Finance". */
  meta?: ReactNode
  /** The last line of conversation; gives way to `typing`. */
  snippet?: string | null
  /** "Luis is typing…" */
  typing?: string | null
  /** Due time or age, at the end. */
  time?: ReactNode
  assignee?: ReactNode
  chips?: ReactNode
  lines?: 1 | 2
  isCursor?: boolean
  isPicked?: boolean
  /** Shows a box in place of the glyph, where rows can be picked. */
  pick?: { label: string; onPick: (isRange: boolean) => void } | undefined
  isUnread?: boolean
  /** Came in while the list was open: washes over once. */
  isFresh?: boolean
}

/** A record in a list, of fixed height. What pressing it does is the list's business. */
export function RecordRow(props: RecordRowProps) {
  const { glyph, title, tag, meta, snippet, typing, time, assignee, chips, lines = 2 } = props
  const look = classNames(
    classes.row,
    lines === 2 ? classes.two : classes.one,
    props.isCursor && classes.cursor,
    props.isUnread && classes.unread,
    props.isFresh && classes.fresh,
    props.isPicked && classes.picked,
  )
  const mark = (
    <span className={classes.glyph}>
      {props.pick ? (
        <label className={classes.pick}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={props.pick.label}
            checked={props.isPicked ?? false}
            onChange={({ nativeEvent }) =>
              props.pick?.onPick(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
          />
        </label>
      ) : null}
      <span className={classes.sign}>{glyph}</span>
      {props.isUnread ? <span className={classes.dot} aria-hidden="true" /> : null}
    </span>
  )
  if (lines === 1) {
    return (
      <div className={look}>
        {mark}
        {tag}
        <span className={classes.title}>{title}</span>
        <span className={classes.chips}>
          {chips}
          {meta}
        </span>
        <span>{assignee}</span>
        <span className={classes.time}>{time}</span>
      </div>
    )
  }
  return (
    <div className={look}>
      {mark}
      <div className={classes.first}>
        <span className={classes.title}>{title}</span>
        {time ? <span className={classes.time}>{time}</span> : null}
      </div>
      <div className={classes.second}>
        {tag}
        <span className={classes.meta}>
          {meta}
          {typing ? (
            <span className={classes.typing}> {typing}</span>
          ) : snippet ? (
            <>
              {meta ? ' · ' : null}
              {snippet}
            </>
          ) : null}
        </span>
        {chips}
        {assignee}
      </div>
    </div>
  )
}
