import type { ReactNode } from 'react'
import classes from './NeedsRow.module.css'

type NeedsRowProps = {
  /** May hold a link. */
  title: ReactNode
  about?: ReactNode
  /** Buttons that answer it right here. */
  actions?: ReactNode
  /** Opens below, over the whole width: the field one answers in. */
  children?: ReactNode
}

/** Something that waits for the reader, with the marker at its edge. */
export function NeedsRow({ title, about, actions, children }: NeedsRowProps) {
  return (
    <li className={classes.row} data-marked-edge>
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {about ? <p className={classes.about}>{about}</p> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
      {children ? <div className={classes.more}>{children}</div> : null}
    </li>
  )
}
