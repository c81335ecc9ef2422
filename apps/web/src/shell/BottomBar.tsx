import { useRouterState } from '@tanstack/react-router'
import type { LucideIcon } from 'lucide-react'
import { Icon } from '../ui/Icon.tsx'
import classes from './BottomBar.module.css'
import { shellWords } from './words.ts'

export type BarItem = {
  label: string
  icon: LucideIcon
  count?: number
} & ({ href: string } | { onPress: () => void })

/** The phone's navigation, at the thumb. */
export function BottomBar({ items }: { items: readonly BarItem[] }) {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <nav className={classes.bar} aria-label={shellWords.mainNav}>
      {/* Two may be called the same for a moment: a section, and its contents that are still open. */}
      {items.map((item) => {
        const face = (
          <>
            <Icon of={item.icon} size={20} />
            {item.label}
            {item.count ? <span className={classes.count}>{item.count}</span> : null}
          </>
        )
        return 'href' in item ? (
          <a
            key={item.href}
            className={classes.item}
            href={item.href}
            aria-current={isAt(path, item.href) ? 'page' : undefined}
          >
            {face}
          </a>
        ) : (
          // The contents stand for the section that one is in.
          <button
            key="contents"
            type="button"
            className={classes.item}
            aria-current="true"
            onClick={item.onPress}
          >
            {face}
          </button>
        )
      })}
    </nav>
  )
}

/** Whether a path lies in a section: `/q/unassigned` is in the queue, `/` only itself. */
export function isAt(path: string, href: string) {
  if (href === '/') return path === '/'
  const section = `/${href.split('/')[1]}`
  // The pages of things and requests have short addresses, as on labels and in mails.
  if (section === '/assets' && path.startsWith('/a/')) return true
  if (section === '/requests' && path.startsWith('/r/')) return true
  return path === section || path.startsWith(`${section}/`)
}
