import type { LucideIcon } from 'lucide-react'
import { Icon } from '../ui/Icon.tsx'
import classes from './DeskShell.module.css'
import inbox from './InboxLink.module.css'
import { shellWords } from './words.ts'

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
    <a
      className={classes.item}
      href={href}
      aria-label={label}
      data-hint={label}
      data-hint-side="end"
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Icon of={icon} />
      {count > 0 ? <span className={inbox.count}>{shellWords.badge(count)}</span> : null}
    </a>
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
    <button
      type="button"
      className={classes.item}
      aria-label={label}
      data-hint={label}
      data-hint-side="end"
      onClick={onPress}
    >
      <Icon of={icon} />
    </button>
  )
}
