import type { ReactNode } from 'react'
import { classNames } from './classNames.ts'
import { useTitle } from './Page.tsx'
import classes from './Pane.module.css'
import { SectionTitle } from './SectionTitle.tsx'

/** Landmarks beside each other, parted by hairlines. Below 1024 px one of list and detail is shown, below 1440 no context. */
type PanesProps = {
  /** The page's h1, for screen readers, and the window's title; each pane shows its own below it. */
  title: string
  /** `one`: a single pane has all the room, as a table wants it. */
  shows: 'list' | 'detail' | 'one'
  children: ReactNode
}

export function Panes({ title, shows, children }: PanesProps) {
  useTitle(title)
  return (
    <div className={classes.panes} data-shows={shows}>
      <h1 className="visually-hidden">{title}</h1>
      {children}
    </div>
  )
}

type PaneProps = {
  kind: 'list' | 'detail' | 'context'
  /** The landmark's name. */
  label: string
  head?: ReactNode
  children: ReactNode
  foot?: ReactNode
  /** The children scroll by themselves, as VirtualList and Ledger do. */
  still?: boolean
}

export function Pane({ kind, label, head, children, foot, still = false }: PaneProps) {
  const Landmark = kind === 'context' ? 'aside' : 'section'
  return (
    <Landmark
      className={classNames(classes.pane, kind === 'context' && classes.context)}
      data-pane={kind}
      aria-label={label}
    >
      {head ? <div className={classes.head}>{head}</div> : null}
      <div className={classNames(classes.body, still && classes.still)}>{children}</div>
      {foot ? <div className={classes.foot}>{foot}</div> : null}
    </Landmark>
  )
}

type PaneStripProps = {
  title: string
  count?: number | string | null
  children?: ReactNode
}

/** The 44 px line at the head of a pane: name, count, and what filters it. */
export function PaneStrip({ title, count, children }: PaneStripProps) {
  return (
    <div className={classes.strip}>
      <h2 className={classes.stripTitle}>
        {title}
        {count === undefined || count === null ? null : <span className={classes.count}>{count}</span>}
      </h2>
      {children}
    </div>
  )
}

/** A titled part of a context pane; hairlines stand between them. */
export function PaneSection({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <section className={classes.section}>
      <SectionTitle action={action}>{title}</SectionTitle>
      <div className={classes.sectionBody}>{children}</div>
    </section>
  )
}
