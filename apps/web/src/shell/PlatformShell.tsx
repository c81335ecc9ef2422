import { useRouter, useRouterState } from '@tanstack/react-router'
import { Building2, CircleHelp, UserRound } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { classNames } from '../ui/classNames.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { type BarItem, BottomBar, isAt } from './BottomBar.tsx'
import desk from './DeskShell.module.css'
import { show } from './overlays.ts'
import classes from './PlatformShell.module.css'
import { RailButton, RailLink } from './RailItem.tsx'
import { ShellLines } from './ShellLines.tsx'
import { useMe } from './session.ts'
import { shellWords } from './words.ts'

const start = '/platform'

/** What whoever runs the installation sees: a rail of tape, so that nobody takes it for a company. */
export default function PlatformShell({ children }: { children: ReactNode }) {
  const me = useMe()
  const router = useRouter()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const isHome = path === '/'
  // The page one leaves is drawn until the next one is there; a home that asks for requests must not be.
  const drawn = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? '/' })
  useEffect(() => {
    // Outside every company there is no home of one's own; the companies are it.
    if (isHome) router.history.replace(start)
  }, [isHome, router])

  const bar: BarItem[] = [
    { label: shellWords.companies, icon: Building2, href: start },
    { label: shellWords.me, icon: UserRound, href: '/profile' },
  ]
  return (
    <div className={desk.frame}>
      <ShellLines />
      <div className={desk.shell}>
        <a className={desk.skip} href="#main">
          {shellWords.skip}
        </a>
        <nav className={classNames(desk.rail, classes.tape)} aria-label={shellWords.mainNav}>
          <a className={desk.mark} href={start} aria-label={shellWords.company(me.company.name)}>
            D
          </a>
          <RailLink
            label={shellWords.companies}
            icon={Building2}
            href={start}
            isCurrent={isAt(path, start)}
          />
          <span className={desk.rest} />
          <RailButton label={shellWords.help} icon={CircleHelp} onPress={() => show('keys')} />
          <AccountMenu />
        </nav>
        <main className={desk.main} id="main" tabIndex={-1}>
          {isHome || drawn === '/' ? null : children}
        </main>
        <BottomBar items={bar} />
      </div>
    </div>
  )
}
