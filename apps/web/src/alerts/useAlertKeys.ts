import type { Alert } from '@deskhand/contract'
import { useMemo, useRef } from 'react'
import { type Command, useCommands } from '../shell/commands.ts'
import { keeps, useMe } from '../shell/session.ts'
import { tomorrow } from '../snoozes/times.ts'
import type { AlertDeeds } from './useAlertDeeds.ts'
import { alertCommands as words } from './words.ts'

const lines = () => [...document.querySelectorAll<HTMLElement>('[data-alert-line]')]
const keyAt = () => document.activeElement?.closest('[data-alert-line]')?.getAttribute('data-alert-line')

function step(by: number) {
  const all = lines()
  const at = all.findIndex((line) => line.matches(':focus'))
  all[at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]?.focus()
}

/** J and K walk the lines; what is done to the one in focus moves it away, and the eye stays with the next. */
export function useAlertKeys(items: readonly Alert[], deeds: AlertDeeds, mayWork: boolean) {
  const me = useMe()
  const latest = useRef({ items, deeds, me })
  latest.current = { items, deeds, me }
  const commands = useMemo<Command[]>(() => {
    const list = { scope: 'list', group: 'record', isQuiet: true } as const
    const does = (id: string, title: string, keys: string, deed: (alert: Alert) => void): Command => ({
      ...list,
      id: `alerts.${id}`,
      title,
      keys,
      run: () => {
        const alert = latest.current.items.find((one) => one.id === keyAt())
        if (!alert || alert.state === 'RESOLVED' || !keeps(latest.current.me, alert)) return
        step(1)
        deed(alert)
      },
    })
    return [
      { ...list, id: 'alerts.next', title: words.next, keys: 'j', run: () => step(1) },
      { ...list, id: 'alerts.previous', title: words.previous, keys: 'k', run: () => step(-1) },
      ...(mayWork
        ? [
            does('acknowledge', words.acknowledge, 'a', (alert) => {
              if (alert.state !== 'ACKNOWLEDGED') latest.current.deeds.acknowledge(alert)
            }),
            does('resolve', words.resolve, 'e', (alert) => latest.current.deeds.resolve(alert)),
            does('snooze', words.snooze, 's', (alert) =>
              latest.current.deeds.snooze(alert, tomorrow(new Date())),
            ),
            does('request', words.request, 'r', (alert) => {
              if (!alert.request) latest.current.deeds.makeRequest(alert)
            }),
          ]
        : []),
    ]
  }, [mayWork])
  useCommands(commands)
}
