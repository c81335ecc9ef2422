import type { ReactNode } from 'react'
import { classNames } from './classNames.ts'
import classes from './EmptyState.module.css'
import { ShadowBoard, type Shape } from './ShadowBoard.tsx'

type EmptyStateProps = {
  /** The outline of what belongs here. */
  shape: Shape
  title: string
  /** One sentence. */
  children?: ReactNode
  /** One button. */
  action?: ReactNode
  size?: 'small' | 'regular'
}

export function EmptyState({ shape, title, children, action, size = 'regular' }: EmptyStateProps) {
  return (
    <div className={classNames(classes.empty, size === 'small' && classes.small)}>
      <ShadowBoard shape={shape} size={size === 'small' ? 96 : 160} />
      <p className={classes.title}>{title}</p>
      {children ? <p className={classes.words}>{children}</p> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  )
}
