import { type Activity, chat, drafts, files, type Present, requests } from '@deskhand/contract'
import { useMediaQuery } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, useEffect, useMemo, useState } from 'react'
import { useCommand, usePages, useRead } from '../../api.ts'
import { useTopics } from '../../live.ts'
import { useFollowMerge } from '../../merges/useFollowMerge.ts'
import { useHere, usePresent } from '../../presence/board.ts'
import { TypingLine } from '../../presence/TypingLine.tsx'
import { presenceWords } from '../../presence/words.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { useMe } from '../../shell/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Opening } from '../../ui/Opening.tsx'
import { Pane } from '../../ui/Pane.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { useLate } from '../../ui/useLate.ts'
import { detailWords, queueCommands } from '../words.ts'
import { ContextPane, ContextWaiting } from './ContextPane.tsx'
import type { MoveIntent } from './moveIntent.ts'
import { Reply } from './Reply.tsx'
import classes from './RequestHead.module.css'
import { RequestHead } from './RequestHead.tsx'
import { Timeline, type TimelineView } from './Timeline.tsx'

const MoveDialog = lazy(() => import('./MoveDialog.tsx'))

type RequestPaneProps = {
  reference: string
  viewTitle: string
  viewHref: string
  onLeave: () => void
  /** Shows another in its place: where a merged one went. */
  onOpen: (reference: string) => void
  /** In a drawer: who asked lies behind a button, as on a narrow screen. */
  isNarrow?: boolean
}

/** One request: what it is, what happened, what one answers; beside it, who asked. */
export function RequestPane(props: RequestPaneProps) {
  const { reference, viewTitle, viewHref, onLeave, onOpen, isNarrow = false } = props
  const params = useMemo(() => ({ id: reference }), [reference])
  const request = useRead(requests.get, { params })
  const activities = usePages(requests.activities, { params, query: { limit: 100 } })
  const attached = useRead(files.list, { params })
  const [view, setView] = useState<TimelineView>('all')
  const [move, setMove] = useState<MoveIntent | null>(null)
  const [showsContext, setShowsContext] = useState(false)
  const isWide = (useMediaQuery('(min-width: 1440px)') ?? true) && !isNarrow
  const { data } = request
  const written = useRead(drafts.list, { params: { id: data?.id ?? '' } }, { enabled: data !== undefined })
  useFollowMerge(data, onOpen)
  const id = data?.id
  useTopics(useMemo(() => (id ? [`request:${id}`] : []), [id]))
  useHere(id)
  const me = useMe()
  const present = usePresent(id, me.id)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const entries = useMemo(
    () => (activities.data?.pages ?? []).toReversed().flatMap((page): readonly Activity[] => page.data),
    [activities.data],
  )

  const client = useQueryClient()
  const { mutate: markRead } = useCommand(requests.markRead, {
    // What is read is nobody's news, so nothing else says that a chat is read.
    onSuccess: () => void client.invalidateQueries({ queryKey: [chat.list.path] }),
  })
  const newest = activities.items[0]?.id ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new is read when it is shown
  useEffect(() => {
    if (data?.isUnread) markRead({ params })
  }, [data?.isUnread, newest, params, markRead])

  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'queue.context',
        title: queueCommands.context,
        keys: ']',
        scope: 'record',
        group: 'settings',
        run: () => setShowsContext((was) => !was),
      },
    ],
    [],
  )
  useCommands(commands)

  // The head, the timeline and what is written under it come together: one after the other, they would move each other.
  const isLong = useLate(true, 400)
  const isLate = useLate(activities.isPending || written.isPending, 2_000)
  if (!data || ((activities.isPending || written.isPending) && !isLate)) {
    const isGone = problemOf(request.error)?.code === 'not_found'
    return (
      <>
        {/* Another one than the pane of the request: the head that comes would push its contents down. */}
        <Pane key="loading" kind="detail" label={reference}>
          {isGone ? (
            <EmptyState shape="tray" title={detailWords.gone}>
              {detailWords.goneAbout}
            </EmptyState>
          ) : request.isError ? (
            <ProblemNotice problem={request.error} onRetry={() => void request.refetch()} />
          ) : (
            <div className={classes.loading}>
              <SkeletonRows rows={6} />
            </div>
          )}
        </Pane>
        {isWide && !isGone && !request.isError ? (
          <Pane key="context" kind="context" label={detailWords.context}>
            <ContextWaiting isLate={isLong} />
          </Pane>
        ) : null}
      </>
    )
  }

  const context = <ContextPane request={data} attachments={attached.data?.data ?? []} isLate={isLong} />
  return (
    <>
      <Pane
        kind="detail"
        label={reference}
        still
        head={
          <RequestHead
            request={data}
            present={present}
            viewTitle={viewTitle}
            viewHref={viewHref}
            view={view}
            onView={setView}
            onMove={setMove}
            onLeave={onLeave}
            onContext={() => setShowsContext(true)}
          />
        }
        foot={
          <>
            <TypingLine words={typingOf(present)} />
            <Reply
              key={data.id}
              request={data}
              entries={entries}
              newest={activities.data ? (entries.at(-1)?.createdAt ?? data.createdAt) : null}
              onMove={setMove}
              onReview={(arrived) => setMarked(new Set(arrived.map((entry) => entry.id)))}
            />
          </>
        }
      >
        <Timeline request={data} activities={activities} view={view} marked={marked} />
      </Pane>
      {isWide ? (
        <Pane kind="context" label={detailWords.context}>
          {context}
        </Pane>
      ) : (
        <SideDrawer opened={showsContext} onClose={() => setShowsContext(false)} title={detailWords.context}>
          {context}
        </SideDrawer>
      )}
      <Opening>
        {move ? <MoveDialog request={data} intent={move} onClose={() => setMove(null)} /> : null}
      </Opening>
    </>
  )
}

function typingOf(present: readonly Present[]): string | null {
  const replying = present.filter(({ doing }) => doing === 'replying')
  if (replying.length > 0) return presenceWords.writing(replying)
  const noting = present.filter(({ doing }) => doing === 'noting')
  return noting.length > 0 ? presenceWords.noting(noting) : null
}
