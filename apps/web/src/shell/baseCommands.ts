import { identity } from '@deskhand/contract'
import { useMantineColorScheme } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useCommand } from '../api.ts'
import { thingPlaces } from '../assets/thingPlaces.ts'
import { forgetShell } from '../stock-takes/count/forgetShell.ts'
import { undoNewest } from '../ui/toast.tsx'
import { type Command, useCommands } from './commands.ts'
import { show } from './overlays.ts'
import { holds, isPlatform, isStaff, type Me } from './session.ts'
import { commandWords } from './words.ts'

/** Ends the session and starts over with an empty page, so that nothing of this person stays in memory. */
export function useSignOut() {
  const { mutate } = useCommand(identity.logout, {
    onSettled: () => void forgetShell().then(() => window.location.assign('/sign-in')),
  })
  return useCallback(() => mutate({}), [mutate])
}

/** What works everywhere. Only what exists for this person is offered. */
export function useBaseCommands(me: Me) {
  const router = useRouter()
  const signOut = useSignOut()
  const { toggleColorScheme } = useMantineColorScheme()
  const commands = useMemo(() => {
    const go = (id: string, title: string, address: string, keys?: string): Command => ({
      id: `go.${id}`,
      title,
      scope: 'anywhere',
      group: 'go',
      run: () => router.history.push(address),
      ...(keys && { keys }),
    })
    const places: Command[] = isPlatform(me)
      ? [go('companies', commandWords.companies, '/platform')]
      : [
          go('home', commandWords.home, '/', 'g h'),
          ...(isStaff(me)
            ? [
                go('queue', commandWords.queue, '/q/todo', 'g q'),
                go('assets', commandWords.things, '/assets', 'g a'),
                go('alerts', commandWords.alerts, '/alerts', 'g l'),
                go('reservations', commandWords.reservations, '/reservations', 'g r'),
                go('tasks', commandWords.myTasks, '/tasks', 'g m'),
                go('scan', commandWords.scan, '/scan', 'Mod+Shift+s'),
              ]
            : []),
          ...thingPlaces
            .filter(({ may, hasKey }) => !hasKey && holds(me, may))
            .map(({ href, command }) => go(href.slice(1), command, href)),
          go('requests', commandWords.yourRequests, '/requests'),
          go('approvals', commandWords.approvals, '/approvals', 'g y'),
          go('away', commandWords.away, '/away'),
          ...(me.desks.some(({ code }) => code === 'FINANCE') || holds(me, 'company.manage')
            ? [go('payments', commandWords.payments, '/payments')]
            : []),
          go('inbox', commandWords.inbox, '/inbox', 'g n'),
          ...(holds(me, 'people.list') ? [go('people', commandWords.people, '/people')] : []),
          ...(holds(me, 'audit.read') ? [go('audit', commandWords.audit, '/audit')] : []),
          ...(holds(me, 'company.manage')
            ? [
                go('company', commandWords.company, '/company'),
                go('mail', commandWords.mail, '/company/mail'),
              ]
            : []),
          { ...go('ask', commandWords.ask, '/ask', 'c'), group: 'create' },
        ]
    const all: Command[] = [
      {
        id: 'shell.palette',
        title: commandWords.palette,
        keys: 'Mod+k',
        scope: 'anywhere',
        group: 'settings',
        isQuiet: true,
        run: () => show('palette'),
      },
      {
        id: 'shell.keys',
        title: commandWords.keys,
        keys: '?',
        scope: 'anywhere',
        group: 'settings',
        run: () => show('keys'),
      },
      ...places,
      go('profile', commandWords.profile, '/profile', 'g ,'),
      {
        id: 'shell.theme',
        title: commandWords.theme,
        keys: 'Mod+.',
        scope: 'anywhere',
        group: 'settings',
        run: toggleColorScheme,
      },
      {
        id: 'shell.undo',
        title: commandWords.undo,
        keys: 'z',
        scope: 'anywhere',
        group: 'settings',
        isQuiet: true,
        run: () => void undoNewest(),
      },
      {
        id: 'shell.signOut',
        title: commandWords.signOut,
        scope: 'anywhere',
        group: 'settings',
        run: signOut,
      },
    ]
    return all
  }, [me, router, signOut, toggleColorScheme])
  useCommands(commands)
}
