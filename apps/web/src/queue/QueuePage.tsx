import { chat, requests } from '@deskhand/contract'
import { useParams, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { useRead } from '../api.ts'
import { useTopics } from '../live.ts'
import { useTakeNext } from '../support/useTakeNext.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Pane, Panes } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { useLate } from '../ui/useLate.ts'
import { plainLens, useLens } from '../views/lens.ts'
import { useSavedViews } from '../views/useSavedViews.ts'
import { viewWords } from '../views/words.ts'
import { QueueList } from './parts/QueueList.tsx'
import { QueueNav } from './parts/QueueNav.tsx'
import { RequestPane } from './parts/RequestPane.tsx'
import { PickingProvider, usePicking } from './picking.tsx'
import classes from './QueuePage.module.css'
import { findView, type View, type ViewGroup, viewGroups } from './views.ts'
import { queueWords } from './words.ts'

const BulkPanel = lazy(() => import('../bulk-edits/BulkPanel.tsx'))
const WholeView = lazy(() => import('../views/parts/WholeView.tsx'))

const noGroups: ViewGroup[] = []

/** A line of filters without a view, as somebody pasted it. */
const custom: View = { id: 'custom', title: viewWords.custom, lens: plainLens(''), count: null }

/** The technician's screen: views, the list, the request, and who asked; or a view as a table or a board. */
export default function QueuePage() {
  const { view } = useParams({ from: '/app/q/$view' })
  return (
    <PickingProvider key={view}>
      <Queue viewId={view} />
    </PickingProvider>
  )
}

function Queue({ viewId }: { viewId: string }) {
  const isPicking = usePicking().rows.size > 0
  // On a phone the list stays until one goes on to the change.
  const [wantsChange, setWantsChange] = useState(false)
  const isChanging = isPicking && wantsChange
  const [playPlace, setPlayPlace] = useState<HTMLElement | null>(null)
  const router = useRouter()
  const { query, change } = useAddressQuery()
  const selected = query.get('sel')
  const counts = useRead(requests.counts, {})
  const saved = useSavedViews()
  const groups = useMemo(
    () => viewGroups(counts.data, { views: saved.views, places: saved.places, counts: saved.counts }),
    [counts.data, saved.views, saved.places, saved.counts],
  )
  const found = findView(groups, viewId)
  // What somebody shares of a view of their own still says what it shows.
  const view = found ?? (query.has('f') || viewId === custom.id ? custom : undefined)
  const isUnknown = !view && counts.data !== undefined && saved.isLoaded
  const look = useLens((view ?? custom).lens)
  useTopics(
    useMemo(() => ['me', ...(counts.data?.desks ?? []).map(({ code }) => `desk:${code}`)], [counts.data]),
  )
  const showSaved = ({ id }: { id: string }) => router.history.push(`/q/${id}`)
  useTakeNext(useCallback((reference: string) => change({ sel: reference, layout: null }), [change]))
  // All groups at once: those that came later would push the others down.
  const isComplete = !useRead(chat.list, { query: {} }).isPending && saved.isLoaded
  const isLate = useLate(!isComplete, 2_000)
  const nav = (
    <QueueNav
      groups={counts.data && (isComplete || isLate) ? groups : noGroups}
      current={viewId}
      onArrange={saved.arrange}
    />
  )

  if (view && look.lens.layout !== 'list') {
    return (
      <>
        {nav}
        <Panes title={queueWords.title(view.title, selected)} shows="one">
          <Suspense fallback={<SkeletonRows rows={8} lines={1} />}>
            <WholeView key={view.id} view={view} look={look} onSaved={showSaved} />
          </Suspense>
        </Panes>
      </>
    )
  }
  if (isUnknown && !selected) {
    const first = groups.flatMap(({ views }) => views)[0]
    return (
      <>
        {nav}
        <Panes title={queueWords.noView} shows="one">
          <Pane kind="detail" label={queueWords.noView}>
            <EmptyState
              shape="tray"
              title={queueWords.noView}
              action={first ? <a href={`/q/${first.id}`}>{queueWords.openView(first.title)}</a> : null}
            >
              {queueWords.noViewAbout}
            </EmptyState>
          </Pane>
        </Panes>
      </>
    )
  }
  return (
    <>
      {nav}
      <div className={classes.queue}>
        <div ref={setPlayPlace} className={classes.play} />
        <Panes
          title={queueWords.title(view?.title ?? viewId, selected)}
          shows={isChanging || (selected && !isPicking) ? 'detail' : 'list'}
        >
          {view ? (
            <QueueList
              key={view.id}
              view={view}
              look={look}
              selected={selected}
              playPlace={playPlace}
              onChangePicked={() => setWantsChange(true)}
              onSelect={(reference) => change({ sel: reference })}
              onSaved={showSaved}
            />
          ) : (
            <Pane kind="list" label={viewId}>
              <ProblemNotice problem={counts.error} onRetry={() => void counts.refetch()} />
              {isUnknown ? <EmptyState shape="tray" title={queueWords.noView} size="small" /> : null}
            </Pane>
          )}
          {isPicking ? (
            <Suspense
              fallback={
                <Pane kind="detail" label={queueWords.noSelection}>
                  {null}
                </Pane>
              }
            >
              <BulkPanel onLeave={() => setWantsChange(false)} />
            </Suspense>
          ) : selected ? (
            <RequestPane
              key={selected}
              reference={selected}
              viewTitle={view?.title ?? viewId}
              viewHref={`/q/${viewId}`}
              onLeave={() => change({ sel: null })}
              onOpen={(reference) => change({ sel: reference })}
            />
          ) : (
            <Pane kind="detail" label={queueWords.noSelection}>
              <EmptyState shape="tray" title={queueWords.noSelection}>
                {queueWords.noSelectionAbout}
              </EmptyState>
            </Pane>
          )}
        </Panes>
      </div>
    </>
  )
}
