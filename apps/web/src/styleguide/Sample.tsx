import type { ReactNode } from 'react'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import classes from './Styleguide.module.css'

/** One part, by name, with its states beside each other or below. */
export function Sample({
  title,
  children,
  layout = 'parts',
}: {
  title: string
  children: ReactNode
  layout?: 'parts' | 'column'
}) {
  return (
    <section className={classes.section}>
      <SectionTitle>{title}</SectionTitle>
      <div className={classes[layout]}>{children}</div>
    </section>
  )
}
