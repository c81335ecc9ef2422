import { type LiHTMLAttributes, type ReactNode, useContext, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { NavSlotContext } from './navSlot.ts'
import classes from './SectionNav.module.css'

/** The contents of a section, drawn by its page and shown beside it, or in a drawer where there is no room. */
export function SectionNav({ label, children }: { label: string; children: ReactNode }) {
  const slot = useContext(NavSlotContext)
  const claim = slot?.claim
  useEffect(() => claim?.(label), [claim, label])
  const box = useRef<HTMLDivElement>(null)
  const place = slot?.place
  // A section may have more places than there is room: the one that is open is seen.
  useLayoutEffect(() => {
    if (place) box.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' })
  }, [place])
  if (!place) return null
  return createPortal(
    <div ref={box} className={classes.nav}>
      {children}
    </div>,
    place,
  )
}

export function NavGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.group}>
      <div className={classes.title}>
        <SectionTitle>{title}</SectionTitle>
      </div>
      <ul>{children}</ul>
    </div>
  )
}

type NavItemProps = {
  href: string
  label: string
  isCurrent: boolean
  count?: number | null
  icon?: ReactNode
  /** What else can be done with it, beside the link. */
  menu?: ReactNode
  /** Attributes of the line, for dragging. */
  line?: LiHTMLAttributes<HTMLLIElement>
}

const most = 999

export function NavItem({ href, label, isCurrent, count, icon, menu, line }: NavItemProps) {
  return (
    <li {...line} className={classes.line}>
      <a className={classes.item} href={href} aria-current={isCurrent ? 'page' : undefined}>
        {icon}
        <span className={classes.label}>{label}</span>
        {count === undefined ? null : (
          <span className={classes.count}>{count === null ? null : count > most ? `${most}+` : count}</span>
        )}
      </a>
      {menu}
    </li>
  )
}
