import type { ReactNode } from 'react'
import { classNames } from './classNames.ts'
import classes from './SectionTitle.module.css'

type SectionTitleProps = {
  children: ReactNode
  /** 2 on a page, 3 inside a section. */
  level?: 2 | 3
  size?: 'desk' | 'portal'
  id?: string
  action?: ReactNode
}

/** The small grey line above a group; never capitals. */
export function SectionTitle({ children, level = 2, size = 'desk', id, action }: SectionTitleProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={classes.row}>
      <Heading className={classNames(classes.title, size === 'portal' && classes.portal)} id={id}>
        {children}
      </Heading>
      {action}
    </div>
  )
}
