import { type ChatSession, chat } from '@deskhand/contract'
import { useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useCommand, useRead } from '../api.ts'
import { type Command, useCommands } from '../shell/commands.ts'
import { NavGroup, NavItem } from '../shell/SectionNav.tsx'
import { useMe } from '../shell/session.ts'
import { announce } from '../ui/announcements.ts'
import { Button } from '../ui/Button.tsx'
import { problemOf } from '../ui/problem.ts'
import { TimeText } from '../ui/TimeText.tsx'
import { toast } from '../ui/toast.tsx'
import classes from './ChatNav.module.css'
import { chatWords as words } from './words.ts'

const hrefOf = ({ deskCode, referenceNumber }: ChatSession) =>
  `/q/${deskCode.toLowerCase()}-all?sel=${encodeURIComponent(referenceNumber)}`

/** Chats that wait, the longest wait first, and one's own; the next one is taken by a key. */
export default function ChatNav() {
  const me = useMe()
  const router = useRouter()
  const { data } = useRead(chat.list, { query: {} }, { refetchInterval: 30_000 })
  const accept = useCommand(chat.accept)
  const sessions = useMemo(() => data?.data ?? [], [data])
  const waiting = sessions.filter(({ state }) => state === 'WAITING')
  const mine = sessions.filter(({ state, technician }) => state === 'ACTIVE' && technician?.id === me.id)

  const known = useRef<Set<string> | null>(null)
  useEffect(() => {
    if (!data) return
    const now = data.data.filter(({ state }) => state === 'WAITING')
    const fresh = known.current ? now.filter(({ id }) => !known.current?.has(id)) : []
    known.current = new Set(now.map(({ id }) => id))
    for (const { requester } of fresh) {
      announce(words.arrived(requester.name))
      toast(words.arrived(requester.name))
    }
  }, [data])

  const { mutate } = accept
  const take = useCallback(
    (session: ChatSession) =>
      mutate(
        { params: { id: session.id }, body: {} },
        {
          onSuccess: () => router.history.push(hrefOf(session)),
          onError: (thrown) => toast(words.failed(problemOf(thrown)?.detail ?? '')),
        },
      ),
    [mutate, router],
  )
  const [next] = waiting
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'chat.accept',
        title: words.acceptNext,
        keys: 'Shift+a',
        scope: 'anywhere',
        group: 'go',
        disabledReason: next ? null : words.none,
        run: () => next && take(next),
      },
    ],
    [next, take],
  )
  useCommands(commands)
  if (waiting.length + mine.length === 0) return null
  return (
    <NavGroup title={waiting.length > 0 ? `${words.chats} · ${words.waiting(waiting.length)}` : words.chats}>
      {waiting.map((session) => (
        <li key={session.id} className={classes.waiting}>
          <a className={classes.name} href={hrefOf(session)}>
            {session.requester.name}
            <span className={classes.about}>
              {session.summary} · {words.waitsSince} <TimeText at={session.startedAt} form="clock" />
            </span>
          </a>
          <Button size="small" variant="primary" busy={accept.isPending} onPress={() => take(session)}>
            {words.accept}
          </Button>
        </li>
      ))}
      {mine.map((session) => (
        <NavItem
          key={session.id}
          href={hrefOf(session)}
          label={words.live(session.requester.name)}
          isCurrent={false}
          count={session.unread > 0 ? session.unread : null}
        />
      ))}
    </NavGroup>
  )
}
