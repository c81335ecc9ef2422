import { useMemo, useRef } from 'react'
import { type Command, useCommands } from '../shell/commands.ts'
import type { Group } from './groups.ts'
import { inboxCommands as words } from './words.ts'

/** The links of the lines, in their order on the page. */
const lines = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-inbox-line]')]
const keyAt = () => document.activeElement?.getAttribute('data-inbox-line') ?? null

function step(by: number) {
  const all = lines()
  const at = all.findIndex((line) => line.matches(':focus'))
  const next = all[at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]
  next?.focus()
}

/** J and K walk the lines, E is done with one and U takes that back; the focus is the cursor. */
export function useInboxKeys(
  groups: readonly Group[],
  mark: (group: Group, toRead: boolean) => void,
  markAll: () => void,
  /** Why all of them cannot be marked now. */
  whyNotAll: string | null,
) {
  const latest = useRef({ groups, mark, markAll })
  latest.current = { groups, mark, markAll }

  const commands = useMemo<Command[]>(() => {
    function markFocused(toRead: boolean) {
      const group = latest.current.groups.find(({ key }) => key === keyAt())
      if (!group) return
      // The line moves to the other part of the page; the eye stays with the next one.
      if (toRead) step(1)
      latest.current.mark(group, toRead)
    }
    const list = { scope: 'list', group: 'record' } as const
    return [
      { ...list, id: 'inbox.next', title: words.next, keys: 'j', isQuiet: true, run: () => step(1) },
      { ...list, id: 'inbox.previous', title: words.previous, keys: 'k', isQuiet: true, run: () => step(-1) },
      {
        ...list,
        id: 'inbox.done',
        title: words.done,
        keys: 'e',
        isQuiet: true,
        run: () => markFocused(true),
      },
      {
        ...list,
        id: 'inbox.unread',
        title: words.unread,
        keys: 'u',
        isQuiet: true,
        run: () => markFocused(false),
      },
      {
        ...list,
        id: 'inbox.markAll',
        title: words.markAll,
        disabledReason: whyNotAll,
        run: () => latest.current.markAll(),
      },
    ]
  }, [whyNotAll])
  useCommands(commands)
}
