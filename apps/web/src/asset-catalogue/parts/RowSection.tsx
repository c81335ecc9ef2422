import { Children, type ReactNode } from 'react'
import classes from '../../desks/Desks.module.css'

/** Rows under a heading; nothing where there are none. */
export function RowSection({ title, children }: { title: string; children: ReactNode }) {
  if (Children.count(children) === 0) return null
  return (
    <section className={classes.category} aria-label={title}>
      <div className={classes.categoryHead}>
        <h2>{title}</h2>
      </div>
      <ul className={classes.rows} aria-label={title}>
        {children}
      </ul>
    </section>
  )
}
