import { type ReactNode, useEffect } from 'react'
import { classNames } from './classNames.ts'
import classes from './Page.module.css'

type PageProps = {
  /** The page's one h1 and the window's title. */
  title: string
  /** Drawn instead of the plain title; must hold the h1. */
  heading?: ReactNode
  about?: ReactNode
  /** A BackLink to the list that this is of. */
  back?: ReactNode
  actions?: ReactNode
  /** 720, 1080, or all there is. */
  width?: 'column' | 'wide' | 'full'
  children: ReactNode
}

/** Sets the window's title while the page is open. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} · Deskhand` : 'Deskhand'
  }, [title])
}

/** A page that scrolls as a whole. Screens made of panes use Panes and Pane. */
export function Page({ title, heading, about, back, actions, width = 'column', children }: PageProps) {
  useTitle(title)
  const h1 = heading ?? <h1 className={classes.title}>{title}</h1>
  return (
    <div className={classNames(classes.page, classes[width])}>
      <header className={classes.head}>
        <div className={classes.words}>
          {back ? (
            <div className={classes.line}>
              {back}
              {h1}
            </div>
          ) : (
            h1
          )}
          {about ? <div className={classes.about}>{about}</div> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}
