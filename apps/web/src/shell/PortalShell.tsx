import { approvals, firstToApprove } from '@deskhand/contract'
import { Bell, House, Inbox, Plus, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRead } from '../api.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { type BarItem, BottomBar } from './BottomBar.tsx'
import { InboxLink, useUnreadCount } from './InboxLink.tsx'
import classes from './PortalShell.module.css'
import { ShellLines } from './ShellLines.tsx'
import { useMe } from './session.ts'
import { shellWords } from './words.ts'

/** What employees see: one top bar, one column, a letter and not a cockpit. */
export default function PortalShell({ children }: { children: ReactNode }) {
  const { company } = useMe()
  const unread = useUnreadCount()
  const waiting = useRead(approvals.mine, firstToApprove).data?.data.length ?? 0
  const items: BarItem[] = [
    { label: shellWords.home, icon: House, href: '/' },
    { label: shellWords.short.requests, icon: Inbox, href: '/requests' },
    { label: shellWords.short.ask, icon: Plus, href: '/ask' },
    { label: shellWords.inbox, icon: Bell, href: '/inbox', count: unread },
    { label: shellWords.me, icon: UserRound, href: '/profile' },
  ]
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {shellWords.skip}
      </a>
      <header className={classes.top} data-screen-only>
        <a className={classes.home} href="/">
          <span className={classes.company}>{company.name}</span>
          <span className={classes.about}>{shellWords.helpDesk}</span>
        </a>
        {company.isDemo ? <span className={classes.demo}>{shellWords.demo}</span> : null}
        <nav className={classes.links} aria-label={shellWords.topNav}>
          {waiting > 0 ? (
            <a className={classes.link} href="/approvals">
              {shellWords.approvalsWaiting(waiting)}
            </a>
          ) : null}
          <a className={classes.link} href="/ask">
            {shellWords.short.ask}
          </a>
          <a className={classes.link} href="/requests">
            {shellWords.yourRequests}
          </a>
          <InboxLink />
          <AccountMenu />
        </nav>
      </header>
      <ShellLines />
      <main className={classes.main} id="main" tabIndex={-1}>
        {children}
      </main>
      <BottomBar items={items} />
    </div>
  )
}
