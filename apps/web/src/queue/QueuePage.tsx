import { requests } from '@deskhand/contract'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAddressQuery } from '../address.ts'
import { useRead } from '../api.ts'
import { useTopics } from '../live.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Pane, Panes } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useNow } from '../ui/time.ts'
import { QueueList } from './parts/QueueList.tsx'
import { QueueNav } from './parts/QueueNav.tsx'
import { RequestPane } from './parts/RequestPane.tsx'
import { findView, viewGroups } from './views.ts'
import { queueWords } from './words.ts'

/** The technician's screen: views, the list, the request, and who asked. */
export default function QueuePage() {
  const { view: viewId } = useParams({ from: '/app/q/$view' })
  const { query, change } = useAddressQuery()
  const selected = query.get('sel')
  const counts = useRead(requests.counts, {})
  const now = useNow()
  // Minutes are fine enough for "overdue"; a filter that changed every half minute would reload as often.
  const minute = Math.floor(now.getTime() / 300_000)
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const groups = useMemo(() => viewGroups(counts.data, now), [counts.data, minute])
  const view = findView(groups, viewId)
  useTopics(
    useMemo(() => ['me', ...(counts.data?.desks ?? []).map(({ code }) => `desk:${code}`)], [counts.data]),
  )

  return (
    <>
      <QueueNav groups={groups} current={viewId} />
      <Panes title={queueWords.title(view?.title ?? viewId, selected)} shows={selected ? 'detail' : 'list'}>
        {view ? (
          <QueueList
            key={view.id}
            view={view}
            selected={selected}
            onSelect={(reference) => change({ sel: reference })}
          />
        ) : (
          <Pane kind="list" label={viewId}>
            <ProblemNotice problem={counts.error} onRetry={() => void counts.refetch()} />
            {counts.data ? <EmptyState shape="tray" title={queueWords.noView} size="small" /> : null}
          </Pane>
        )}
        {selected ? (
          <RequestPane
            key={selected}
            reference={selected}
            viewTitle={view?.title ?? viewId}
            viewHref={`/q/${viewId}`}
            onLeave={() => change({ sel: null })}
          />
        ) : (
          <Pane kind="detail" label={queueWords.noSelection}>
            <EmptyState shape="tray" title={queueWords.noSelection}>
              {queueWords.noSelectionAbout}
            </EmptyState>
          </Pane>
        )}
      </Panes>
    </>
  )
}
