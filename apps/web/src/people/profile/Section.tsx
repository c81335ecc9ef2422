import { type ReactNode, useId } from 'react'
import classes from './Profile.module.css'

type SectionProps = {
  title: string
  /** When what is changed here counts. */
  saves?: string
  children: ReactNode
}

export function Section({ title, saves, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 className={classes.title} id={id}>
        {title}
      </h2>
      {saves ? <p className={classes.saves}>{saves}</p> : null}
      {children}
    </section>
  )
}
