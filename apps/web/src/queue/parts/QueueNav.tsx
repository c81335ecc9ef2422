import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { type Command, useCommands } from '../../shell/commands.ts'
import { show } from '../../shell/overlays.ts'
import { NavGroup, NavItem, SectionNav } from '../../shell/SectionNav.tsx'
import { holds, useMe } from '../../shell/session.ts'
import { supportWords } from '../../support/words.ts'
import { myTaskWords } from '../../tasks/words.ts'
import { ViewMenu } from '../../views/parts/ViewMenu.tsx'
import { viewWords as savedWords } from '../../views/words.ts'
import type { Place, ViewGroup } from '../views.ts'
import { viewWords } from '../words.ts'

const ChatNav = lazy(() => import('../../chat/ChatNav.tsx'))

type QueueNavProps = {
  groups: readonly ViewGroup[]
  current: string
  onArrange: (places: Place[]) => void
}

/** The views with their counts; the pinned ones on 1 to 9. Dragging, Alt with arrows and the menu put them in order. */
export function QueueNav({ groups, current, onArrange }: QueueNavProps) {
  const router = useRouter()
  const isLead = holds(useMe(), 'requests.supervise')
  const [dragged, setDragged] = useState<{ group: string; id: string } | null>(null)
  const pins = groups.find(({ title }) => title === savedWords.pinned)?.views ?? []
  const keys = pins.map(({ id }) => id).join(' ')

  const all = groups.flatMap(({ views }) => views)
  const said = all.map(({ id, title }) => `${id} ${title}`).join('\n')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the views are the same as long as what they say is
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'views.choose',
        title: savedWords.choose,
        keys: 'v',
        scope: 'list',
        group: 'go',
        run: () => show('views'),
      },
      ...pins.slice(0, 9).map(
        ({ id, title }, at): Command => ({
          id: `views.jump${at + 1}`,
          title: savedWords.jump(at + 1, title),
          keys: String(at + 1),
          scope: 'anywhere',
          group: 'go',
          run: () => router.history.push(`/q/${id}`),
        }),
      ),
      // A pinned one stands a second time in its own group, under its own name.
      ...[...new Map(all.map((view) => [view.id, view])).values()].map(
        ({ id, title, desk }): Command => ({
          id: `views.go.${id}`,
          title: desk && !title.endsWith(desk) ? `${title}, ${desk}` : title,
          scope: 'list',
          group: 'view',
          run: () => router.history.push(`/q/${id}`),
        }),
      ),
    ],
    [keys, said, router],
  )
  useCommands(commands)

  /** All views as they stand now, each once; the pinned ones tell the order first. */
  const placesNow = (): Place[] => {
    return [...new Map(all.map(({ id, isPinned = false }) => [id, { key: id, isPinned }])).values()]
  }
  const pin = (id: string, isPinned: boolean) => {
    const others = placesNow().filter(({ key }) => key !== id)
    const lastPin = others.findLastIndex((one) => one.isPinned)
    onArrange(
      isPinned ? others.toSpliced(lastPin + 1, 0, { key: id, isPinned }) : [...others, { key: id, isPinned }],
    )
  }
  /** Puts a view where another one of its group stands. */
  const put = (title: string, id: string, at: number) => {
    const views = groups.find((group) => group.title === title)?.views ?? []
    const ids = views.map((view) => view.id)
    const from = ids.indexOf(id)
    const to = Math.min(ids.length - 1, Math.max(0, at))
    if (from < 0 || from === to) return
    const next = ids.toSpliced(from, 1).toSpliced(to, 0, id)
    const places = placesNow()
    const moved = next.flatMap((key) => places.find((one) => one.key === key) ?? [])
    let taken = 0
    onArrange(places.map((one) => (ids.includes(one.key) ? (moved[taken++] ?? one) : one)))
  }

  return (
    <SectionNav label={viewWords.views}>
      {/* The chats stand first: what lies below waits for them, so that it does not move. */}
      <Suspense fallback={null}>
        <ChatNav />
        {groups.map(({ title: group, views }) => (
          <NavGroup key={group} title={group}>
            {views.map(({ id, title, count, saved, isPinned = false }, at) => (
              <NavItem
                key={id}
                href={`/q/${id}`}
                label={title}
                isCurrent={id === current}
                count={count}
                line={{
                  draggable: true,
                  onDragStart: () => setDragged({ group, id }),
                  onDragEnd: () => setDragged(null),
                  onDragOver: (event) => {
                    if (dragged?.group === group) event.preventDefault()
                  },
                  onDrop: () => {
                    if (dragged?.group === group) put(group, dragged.id, at)
                  },
                  onKeyDown: (event) => {
                    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
                    if (!event.altKey || by === 0) return
                    event.preventDefault()
                    put(group, id, at + by)
                  },
                }}
                menu={
                  <ViewMenu
                    title={title}
                    view={saved}
                    isPinned={isPinned}
                    onPin={(next) => pin(id, next)}
                    onMove={(by) => put(group, id, at + by)}
                  />
                }
              />
            ))}
            {group === viewWords.mine ? (
              <NavItem href="/tasks" label={myTaskWords.title} isCurrent={false} />
            ) : null}
          </NavGroup>
        ))}
        {isLead ? (
          <NavGroup title={supportWords.lead}>
            <NavItem href="/assignments" label={supportWords.title} isCurrent={false} />
            <NavItem href="/company/tags" label={supportWords.tags} isCurrent={false} />
          </NavGroup>
        ) : null}
      </Suspense>
    </SectionNav>
  )
}
