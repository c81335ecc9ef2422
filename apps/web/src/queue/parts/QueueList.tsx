import { Priority, type RequestRow, requests } from '@deskhand/contract'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useAddressQuery } from '../../address.ts'
import { queryClient, reading, usePages } from '../../api.ts'
import { usePresent } from '../../presence/board.ts'
import { PresentAvatars } from '../../presence/PresentAvatars.tsx'
import { presenceWords } from '../../presence/words.ts'
import { glyphStateOf } from '../../requests/glyphState.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { useMe } from '../../shell/session.ts'
import { SlaRing } from '../../sla/SlaRing.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/Button.tsx'
import { DueText } from '../../ui/DueText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Pane, PaneStrip } from '../../ui/Pane.tsx'
import { PriorityGlyph } from '../../ui/PriorityGlyph.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { RecordRow } from '../../ui/RecordRow.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SkeletonRows } from '../../ui/SkeletonRows.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { useFlash } from '../../ui/useFlash.ts'
import { FilterChip, ViewBar } from '../../ui/ViewBar.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { priorityWords } from '../../ui/words.ts'
import { useSteadyRows } from '../steadyRows.ts'
import type { findView } from '../views.ts'
import { queueCommands, queueWords } from '../words.ts'
import classes from './QueueList.module.css'

type View = NonNullable<ReturnType<typeof findView>>
type QueueListProps = { view: View; selected: string | null; onSelect: (reference: string | null) => void }

const keyOf = (row: RequestRow) => row.referenceNumber
const needsAnswer = (row: RequestRow) => row.isUnread || (!row.firstResponseAt && row.status === 'SUBMITTED')
const groupOf = (row: RequestRow) => (needsAnswer(row) ? queueWords.needsAnswer : queueWords.inHand)

/** The list of a view: what is due next first, what needs an answer on top; it holds still under the cursor. */
export function QueueList({ view, selected, onSelect }: QueueListProps) {
  const { query, change } = useAddressQuery()
  const text = query.get('text') ?? ''
  const priority = query.get('priority') ?? ''
  const [cursor, setCursor] = useState<string | null>(selected)
  const search = useRef<HTMLInputElement>(null)
  const pages = usePages(
    requests.list,
    { query: { ...view.filter, ...(text && { q: text }), ...(priority && { priority }), limit: 100 } },
    { keepPrevious: true },
  )
  const { shown, freshCount, takeIn } = useSteadyRows(pages.items, `${view.id} ${text} ${priority}`)
  // Rows of one group lie together; inside it the server's order holds.
  const rows = useMemo(
    () => [...shown.filter(needsAnswer), ...shown.filter((row) => !needsAnswer(row))],
    [shown],
  )
  const at = rows.findIndex((row) => keyOf(row) === cursor)

  useEffect(() => setCursor((now) => selected ?? now), [selected])
  useEffect(() => {
    if (freshCount > 0) announce(queueWords.freshSaid(freshCount))
  }, [freshCount])
  // The next two open at once.
  useEffect(() => {
    for (const row of rows.slice(at + 1, at + 3)) {
      const params = { id: row.referenceNumber }
      void queryClient.prefetchQuery(reading(requests.get, { params }))
      void queryClient.prefetchQuery(reading(requests.activities, { params, query: { limit: 100 } }))
    }
  }, [rows, at])

  const step = useCallback(
    (by: number) => {
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
      if (!next) return
      setCursor(keyOf(next))
      if (window.matchMedia('(min-width: 1024px)').matches) onSelect(keyOf(next))
    },
    [rows, at, onSelect],
  )
  const nextPriority = useCallback(() => {
    const order = ['', ...Priority.options.toReversed()]
    change({ priority: order[(order.indexOf(priority) + 1) % order.length] ?? null })
  }, [change, priority])
  const commands = useMemo<Command[]>(() => {
    const list = { scope: 'list', group: 'record' } as const
    return [
      { ...list, id: 'queue.next', title: queueCommands.next, keys: 'j', isQuiet: true, run: () => step(1) },
      {
        ...list,
        id: 'queue.previous',
        title: queueCommands.previous,
        keys: 'k',
        isQuiet: true,
        run: () => step(-1),
      },
      {
        ...list,
        id: 'queue.open',
        title: queueCommands.open,
        keys: 'o',
        isQuiet: true,
        run: () => cursor && onSelect(cursor),
      },
      { ...list, id: 'queue.find', title: queueCommands.find, keys: '/', run: () => search.current?.focus() },
      { ...list, id: 'queue.filter', title: queueCommands.filter, keys: 'f', run: nextPriority },
    ]
  }, [step, cursor, onSelect, nextPriority])
  useCommands(commands)

  const isFiltered = text !== '' || priority !== ''
  const clear = () => change({ text: null, priority: null })
  return (
    <Pane
      kind="list"
      label={view.title}
      still
      head={
        <>
          <PaneStrip title={view.title} count={view.count !== null && view.count > 999 ? '999+' : view.count}>
            <ViewBar>
              <FilterChip
                field={queueWords.priority}
                operator={queueWords.is}
                value={priority ? priorityWords[priority as keyof typeof priorityWords] : 'any'}
                onEdit={nextPriority}
                {...(priority && { onRemove: () => change({ priority: null }) })}
              />
            </ViewBar>
          </PaneStrip>
          <div className={classes.find}>
            <SearchField
              size="small"
              label={queueWords.find}
              value={text}
              onChange={(value) => change({ text: value || null })}
              keys="/"
              inputRef={search}
            />
          </div>
        </>
      }
    >
      {freshCount > 0 ? (
        <div className={classes.pill}>
          <Button size="small" variant="primary" onPress={takeIn}>
            {queueWords.fresh(freshCount)}
          </Button>
        </div>
      ) : null}
      {pages.isError && rows.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <SkeletonRows rows={8} />
      ) : rows.length === 0 ? (
        <EmptyState
          shape="tray"
          size="small"
          title={
            isFiltered ? queueWords.filteredTitle(text || priority.toLowerCase()) : queueWords.emptyTitle
          }
          {...(isFiltered && { action: <Button onPress={clear}>{queueWords.clear}</Button> })}
        >
          {isFiltered ? null : queueWords.empty}
        </EmptyState>
      ) : (
        <VirtualList
          label={view.title}
          items={rows}
          keyOf={keyOf}
          groupOf={groupOf}
          cursor={cursor}
          onCursorChange={setCursor}
          onOpen={(row) => onSelect(keyOf(row))}
          onReachEnd={() => {
            if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
          }}
          renderRow={(row, { isCursor }) => <Row row={row} isCursor={isCursor} isMine={!view.desk} />}
        />
      )}
    </Pane>
  )
}

function Row({ row, isCursor, isMine }: { row: RequestRow; isCursor: boolean; isMine: boolean }) {
  const { requester, assignee, priority } = row
  const me = useMe()
  const present = usePresent(row.id, me.id)
  const writers = present.filter(({ doing }) => doing !== 'looking')
  return (
    <RecordRow
      glyph={<StatusGlyph state={glyphStateOf(row)} />}
      title={row.summary}
      tag={<Tag reference={row.referenceNumber} size="compact" />}
      meta={[requester.name, requester.department].filter(Boolean).join(', ')}
      snippet={row.snippet}
      isCursor={isCursor}
      isUnread={row.isUnread}
      typing={writers.length > 0 ? presenceWords.writing(writers) : null}
      isFresh={useFlash(row.version)}
      chips={
        <>
          {priority === 'CRITICAL' || priority === 'HIGH' ? <PriorityGlyph priority={priority} /> : null}
          <PresentAvatars people={present} size={20} />
        </>
      }
      assignee={assignee && !isMine ? <Avatar name={assignee.name} named /> : null}
      time={timeOf(row)}
    />
  )
}

function timeOf(row: RequestRow) {
  const { resolvedAt, closedAt } = row
  if (closedAt || resolvedAt) return <TimeText at={closedAt ?? resolvedAt ?? ''} />
  if (row.sla) return <SlaRing ring={row.sla} waiting={row} />
  if (row.status === 'WAITING' || row.status === 'ACTION_REQUIRED') return queueWords.paused
  return row.slaDueAt ? <DueText at={row.slaDueAt} /> : null
}
