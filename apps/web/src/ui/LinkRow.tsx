import type { ReactNode } from 'react'
import { classNames } from './classNames.ts'
import classes from './LinkRow.module.css'

/** Rows parted by hairlines; no cards around lists. */
export function LinkRows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  )
}

type LinkRowProps = {
  title: string
  about?: ReactNode
  glyph?: ReactNode
  /** A Tag, a time. */
  end?: ReactNode
  isUnread?: boolean
  /** Draws the link itself, so that the router's own Link can be used; by default an `a`. */
  href: string
  onPress?: () => void
}

/** One line of the portal that leads somewhere. The router follows plain links of our own origin. */
export function LinkRow({ title, about, glyph, end, isUnread = false, href, onPress }: LinkRowProps) {
  return (
    <li className={classes.item}>
      <a className={classNames(classes.row, !glyph && classes.plain)} href={href} onClick={onPress}>
        {glyph ? <span className={classes.glyph}>{glyph}</span> : null}
        <span>
          <span className={classNames(classes.title, isUnread && classes.unread)}>{title}</span>
          {about ? <span className={classes.about}>{about}</span> : null}
        </span>
        {end ? <span className={classes.end}>{end}</span> : null}
      </a>
    </li>
  )
}
