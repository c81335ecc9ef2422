import { Tooltip } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import { Icon } from '../ui/Icon.tsx'
import classes from './DeskShell.module.css'
import inbox from './InboxLink.module.css'

export type Section = { label: string; icon: LucideIcon; href: string }

/** A section of the rail. */
export function RailLink({
  label,
  icon,
  href,
  isCurrent,
  count = 0,
}: Section & { isCurrent: boolean; count?: number }) {
  return (
    <Tooltip label={label} position="right">
      <a
        className={classes.item}
        href={href}
        aria-label={label}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <Icon of={icon} />
        {count > 0 ? <span className={inbox.count}>{count > 99 ? '99+' : count}</span> : null}
      </a>
    </Tooltip>
  )
}

/** Something the rail does here and now. */
export function RailButton({
  label,
  icon,
  onPress,
}: {
  label: string
  icon: LucideIcon
  onPress: () => void
}) {
  return (
    <Tooltip label={label} position="right">
      <button type="button" className={classes.item} aria-label={label} onClick={onPress}>
        <Icon of={icon} />
      </button>
    </Tooltip>
  )
}
