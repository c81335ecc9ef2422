import { lazy, Suspense } from 'react'
import { NavGroup, NavItem, SectionNav } from '../../shell/SectionNav.tsx'
import type { ViewGroup } from '../views.ts'
import { viewWords } from '../words.ts'

const ChatNav = lazy(() => import('../../chat/ChatNav.tsx'))

/** The views with their counts. */
export function QueueNav({ groups, current }: { groups: readonly ViewGroup[]; current: string }) {
  return (
    <SectionNav label={viewWords.views}>
      <Suspense fallback={null}>
        <ChatNav />
      </Suspense>
      {groups.map((group) => (
        <NavGroup key={group.title} title={group.title}>
          {group.views.map(({ id, title, count }) => (
            <NavItem key={id} href={`/q/${id}`} label={title} isCurrent={id === current} count={count} />
          ))}
        </NavGroup>
      ))}
    </SectionNav>
  )
}
