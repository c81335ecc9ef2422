import { notifications } from '@deskhand/contract'
import { Bell } from 'lucide-react'
import { useEffect } from 'react'
import { useRead } from '../api.ts'
import { Icon } from '../ui/Icon.tsx'
import classes from './InboxLink.module.css'
import { shellWords } from './words.ts'

export const useUnreadCount = () => useRead(notifications.unreadCount, {}).data?.count ?? 0

/** The bell with its number. */
export function InboxLink({ className }: { className?: string | undefined }) {
  const count = useUnreadCount()
  // Where Deskhand is installed as an app, its icon has the number too.
  useEffect(() => {
    if ('setAppBadge' in navigator) navigator.setAppBadge(count).catch(() => undefined)
  }, [count])
  return (
    <a
      className={className ?? classes.link}
      href="/inbox"
      aria-label={shellWords.inboxCount(count)}
      title={shellWords.inbox}
    >
      <Icon of={Bell} />
      {count > 0 ? <span className={classes.count}>{shellWords.badge(count)}</span> : null}
    </a>
  )
}
