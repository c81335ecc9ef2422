import { useMediaQuery } from '@mantine/hooks'
import { useRouterState } from '@tanstack/react-router'
import {
  Bell,
  Building2,
  CircleHelp,
  History,
  House,
  Inbox,
  Laptop,
  PanelLeft,
  UserRound,
  Users,
} from 'lucide-react'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { ThingsNav } from '../assets/parts/ThingsNav.tsx'
import { isThingPlace } from '../assets/thingPlaces.ts'
import { adminPlaces } from '../company/adminPlaces.ts'
import { useScannerEverywhere } from '../scan-sessions/useScannerEverywhere.ts'
import { Button } from '../ui/Button.tsx'
import { classNames } from '../ui/classNames.ts'
import { SideDrawer } from '../ui/SideDrawer.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { type BarItem, BottomBar, isAt } from './BottomBar.tsx'
import { type Command, useCommands } from './commands.ts'
import classes from './DeskShell.module.css'
import { useUnreadCount } from './InboxLink.tsx'
import { NavSlotContext } from './navSlot.ts'
import { show, useOverlay } from './overlays.ts'
import { RailButton, RailLink, type Section } from './RailItem.tsx'
import { ShellLines } from './ShellLines.tsx'
import { StatusCorner } from './StatusCorner.tsx'
import { holds, useMe } from './session.ts'
import { commandWords, pageWords, shellWords } from './words.ts'

/** What technicians, supervisors and admins see: rail, the section's contents, panes. */
export default function DeskShell({ children }: { children: ReactNode }) {
  const me = useMe()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const unread = useUnreadCount()
  const isWide = useMediaQuery('(min-width: 1440px)') ?? true
  const overlay = useOverlay()
  const [navLabel, setNavLabel] = useState<string | null>(null)
  const [isFolded, setFolded] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const [place, setPlace] = useState<HTMLElement | null>(null)

  const claim = useCallback((label: string) => {
    setNavLabel(label)
    return () => setNavLabel(null)
  }, [])
  const slot = useMemo(() => ({ place, claim }), [place, claim])
  const toggleViews = useCallback(() => {
    if (window.matchMedia('(min-width: 1440px)').matches) setFolded((was) => !was)
    else show('nav')
  }, [])
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'shell.views',
        title: commandWords.toggleViews,
        keys: '[',
        scope: 'anywhere',
        group: 'settings',
        run: toggleViews,
      },
      {
        id: 'shell.focus',
        title: commandWords.focus,
        keys: 'Mod+\\',
        scope: 'anywhere',
        group: 'settings',
        run: () => setFocused((was) => !was),
      },
    ],
    [toggleViews],
  )
  useCommands(commands)
  useScannerEverywhere()

  const settings = adminPlaces.find(({ may }) => holds(me, may))
  const things: Section[] = holds(me, 'assets.read')
    ? [{ label: shellWords.things, icon: Laptop, href: '/assets' }]
    : []
  const sections: Section[] = [
    { label: shellWords.home, icon: House, href: '/' },
    { label: shellWords.queue, icon: Inbox, href: '/q/todo' },
    ...things,
    ...(holds(me, 'people.list') ? [{ label: shellWords.people, icon: Users, href: '/people' }] : []),
    ...(holds(me, 'audit.read') ? [{ label: shellWords.audit, icon: History, href: '/audit' }] : []),
    ...(settings
      ? [
          {
            label: holds(me, 'company.manage') ? shellWords.companySettings : shellWords.deskSettings,
            icon: Building2,
            href: settings.href,
          },
        ]
      : []),
  ]
  const isAmongThings = things.length > 0 && isThingPlace(path)
  const hasNav = navLabel !== null
  const showsNav = hasNav && isWide && !isFolded
  const bar: BarItem[] = [
    { label: shellWords.home, icon: House, href: '/' },
    ...(hasNav && !isAmongThings
      ? [{ label: navLabel, icon: PanelLeft, onPress: () => show('nav') }]
      : [{ label: shellWords.queue, icon: Inbox, href: '/q/todo' }]),
    ...(hasNav && isAmongThings
      ? [{ label: navLabel, icon: PanelLeft, onPress: () => show('nav') }]
      : things),
    { label: shellWords.inbox, icon: Bell, href: '/inbox', count: unread },
    { label: shellWords.me, icon: UserRound, href: '/profile' },
  ]

  return (
    <NavSlotContext value={slot}>
      <div className={classes.frame} data-focus-mode={isFocused || undefined}>
        <ShellLines />
        {isFocused ? (
          <div className={classes.focused} role="status">
            {pageWords.focused}
            <Button size="small" variant="quiet" onPress={() => setFocused(false)} keys="Mod+\\">
              {pageWords.unfocus}
            </Button>
          </div>
        ) : null}
        <div className={classNames(classes.shell, showsNav && classes.withNav)}>
          <a className={classes.skip} href="#main">
            {shellWords.skip}
          </a>
          <nav className={classes.rail} data-rail aria-label={shellWords.mainNav}>
            <a className={classes.mark} href="/" aria-label={shellWords.company(me.company.name)}>
              {me.company.name[0]}
            </a>
            {hasNav && !showsNav ? (
              <RailButton label={shellWords.views} icon={PanelLeft} onPress={toggleViews} />
            ) : null}
            {sections.map((section) => (
              <RailLink
                key={section.href}
                {...section}
                isCurrent={isAt(path, section.href) || (isAmongThings && section.href === '/assets')}
              />
            ))}
            <span className={classes.rest} />
            {me.company.isDemo ? <span className={classes.demo}>{shellWords.demo}</span> : null}
            <StatusCorner />
            <RailLink
              label={shellWords.inboxCount(unread)}
              icon={Bell}
              href="/inbox"
              isCurrent={isAt(path, '/inbox')}
              count={unread}
            />
            <RailButton label={shellWords.help} icon={CircleHelp} onPress={() => show('keys')} />
            <AccountMenu />
          </nav>
          {showsNav ? <nav ref={setPlace} className={classes.nav} data-views aria-label={navLabel} /> : null}
          <main className={classes.main} id="main" tabIndex={-1} data-section={hasNav || undefined}>
            {isAmongThings ? <ThingsNav path={path} /> : null}
            {children}
          </main>
          <BottomBar items={bar} />
        </div>
      </div>
      {hasNav && !isWide ? (
        <SideDrawer opened={overlay === 'nav'} onClose={() => show(null)} title={navLabel} side="start">
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: links inside take keys; any of them closes the drawer */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
          <div ref={setPlace} className={classes.drawer} onClick={() => show(null)} />
        </SideDrawer>
      ) : null}
    </NavSlotContext>
  )
}
