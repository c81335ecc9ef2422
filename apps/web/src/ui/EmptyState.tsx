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
  /** It is all there is on the page: the title becomes the h1. */
  isPage?: boolean
}

export function EmptyState({
  shape,
  title,
  children,
  action,
  size = 'regular',
  isPage = false,
}: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className={classNames(classes.empty, size === 'small' && classes.small)}>
      <ShadowBoard shape={shape} size={size === 'small' ? 96 : 160} />
      <Title className={classes.title}>{title}</Title>
      {children ? <p className={classes.words}>{children}</p> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  )
}
