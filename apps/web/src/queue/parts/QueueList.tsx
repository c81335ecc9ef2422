import { type RequestRow, requests, type View as SavedView } from '@deskhand/contract'
import { useMediaQuery } from '@mantine/hooks'
import { ArrowUp } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { queryClient, reading } from '../../api.ts'
import { BulkBar } from '../../bulk-edits/parts/BulkBar.tsx'
import { usePresent } from '../../presence/board.ts'
import { PresentAvatars } from '../../presence/PresentAvatars.tsx'
import { presenceWords } from '../../presence/words.ts'
import { glyphStateOf } from '../../requests/glyphState.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { useMe } from '../../shell/session.ts'
import { timeOfRow } from '../../sla/timeOfRow.tsx'
import { SnoozeMark } from '../../snoozes/SnoozeMark.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/Button.tsx'
import { daysInText } from '../../ui/daysInText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Pane } from '../../ui/Pane.tsx'
import { PriorityGlyph } from '../../ui/PriorityGlyph.tsx'
import { RecordRow } from '../../ui/RecordRow.tsx'
import { DensityContext, rowStyle } from '../../ui/rowHeight.ts'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { useFlash } from '../../ui/useFlash.ts'
import { VipChip } from '../../ui/VipChip.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import type { useLens } from '../../views/lens.ts'
import { ViewHead } from '../../views/parts/ViewHead.tsx'
import { ViewStates } from '../../views/parts/ViewStates.tsx'
import { useGroupedRows } from '../../views/useGroupedRows.ts'
import { usePickKeys } from '../picking.tsx'
import { useSteadyRows } from '../steadyRows.ts'
import { usePlay } from '../usePlay.ts'
import type { View } from '../views.ts'
import { pickWords, queueCommands, queueWords } from '../words.ts'
import classes from './QueueList.module.css'

const PlayBar = lazy(() => import('./PlayBar.tsx'))

type QueueListProps = {
  view: View
  look: ReturnType<typeof useLens>
  selected: string | null
  onSelect: (reference: string | null) => void
  onSaved: (view: SavedView) => void
  /** Goes on to change what is picked, where list and change do not stand side by side. */
  onChangePicked: () => void
  /** Where a walk is shown when the list itself is not. */
  playPlace: HTMLElement | null
}

const keyOf = (row: RequestRow) => row.referenceNumber
const needsAnswer = (row: RequestRow) => row.isUnread || (!row.firstResponseAt && row.status === 'SUBMITTED')
const groups = [queueWords.woken, queueWords.needsAnswer, queueWords.inHand]
const groupOf = (row: RequestRow) =>
  row.woke ? queueWords.woken : needsAnswer(row) ? queueWords.needsAnswer : queueWords.inHand

/** The list of a view: what is due next first, what came back or needs an answer on top; it holds still under the cursor. */
export function QueueList(props: QueueListProps) {
  const { view, look, selected, onSelect, onSaved, onChangePicked, playPlace } = props
  const { lens } = look
  const isWide = useMediaQuery('(min-width: 1024px)') ?? true
  const [cursor, setCursor] = useState<string | null>(selected)
  const list = useGroupedRows(lens)
  const box = useRef<HTMLDivElement>(null)
  const { shown, freshCount, takeIn } = useSteadyRows(
    list.rows,
    `${view.id} ${lens.where} ${lens.sort} ${lens.grouping}`,
  )
  // Rows of one group lie together; inside it the server's order holds.
  const rows = useMemo(
    () =>
      lens.grouping === null
        ? groups.flatMap((group) => shown.filter((row) => groupOf(row) === group))
        : shown,
    [shown, lens.grouping],
  )
  const { picked, pick } = usePickKeys(rows, cursor)
  const play = usePlay({ rows, cursor: selected, onSelect, onMore: list.more })
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
  const commands = useMemo<Command[]>(() => {
    const item = { scope: 'list', group: 'record', isQuiet: true } as const
    return [
      { ...item, id: 'queue.next', title: queueCommands.next, keys: 'j', run: () => step(1) },
      { ...item, id: 'queue.previous', title: queueCommands.previous, keys: 'k', run: () => step(-1) },
      {
        ...item,
        id: 'queue.open',
        title: queueCommands.open,
        keys: 'o',
        run: () => cursor && onSelect(cursor),
      },
    ]
  }, [step, cursor, onSelect])
  useCommands(commands)

  return (
    <Pane
      kind="list"
      label={view.title}
      still
      foot={
        picked.size > 0 ? (
          <BulkBar
            filter={{ where: lens.where }}
            total={look.isChanged ? null : view.count}
            onChange={onChangePicked}
          />
        ) : null
      }
      head={
        <>
          <ViewHead
            title={view.title}
            count={look.isChanged ? null : view.count}
            base={view.lens}
            saved={view.saved}
            look={look}
            onSaved={onSaved}
          />
          {play ? (
            <Suspense>
              {isWide || !playPlace ? <PlayBar {...play} /> : createPortal(<PlayBar {...play} />, playPlace)}
            </Suspense>
          ) : null}
        </>
      }
    >
      {freshCount > 0 ? (
        <div className={classes.pill}>
          <Button
            size="small"
            variant="primary"
            icon={<Icon of={ArrowUp} />}
            onPress={() => {
              // Whoever asks for what is new looks at the top.
              box.current?.querySelector('[role="grid"]')?.scrollTo({ top: 0 })
              takeIn()
            }}
          >
            {queueWords.fresh(freshCount)}
          </Button>
        </div>
      ) : null}
      <ViewStates list={list} look={look}>
        <DensityContext value={lens.density}>
          <div ref={box} className={classes.rows} style={rowStyle(lens.density)}>
            <VirtualList
              label={view.title}
              items={rows}
              keyOf={keyOf}
              groupOf={lens.grouping === null ? groupOf : list.headOf}
              cursor={cursor}
              onCursorChange={setCursor}
              onOpen={(row) => onSelect(keyOf(row))}
              onReachEnd={list.more}
              picked={picked}
              onPick={pick}
              renderRow={(row, { isCursor }) => (
                <Row
                  row={row}
                  isCursor={isCursor}
                  isMine={view.isMine ?? false}
                  isPicked={picked.has(keyOf(row))}
                  onPick={(isRange) => pick(keyOf(row), isRange)}
                />
              )}
            />
          </div>
        </DensityContext>
      </ViewStates>
    </Pane>
  )
}

type OnPick = (isRange: boolean) => void
type RowProps = { row: RequestRow; isCursor: boolean; isMine: boolean; isPicked: boolean; onPick: OnPick }

function Row({ row, isCursor, isMine, isPicked, onPick }: RowProps) {
  const { requester, assignee, priority } = row
  const me = useMe()
  const present = usePresent(row.id, me.id)
  const writers = present.filter(({ doing }) => doing !== 'looking')
  return (
    <RecordRow
      glyph={<StatusGlyph state={glyphStateOf(row)} />}
      title={daysInText(row.summary)}
      tag={<Tag reference={row.referenceNumber} size="compact" />}
      meta={[requester.name, requester.department].filter(Boolean).join(', ')}
      snippet={row.snippet}
      isCursor={isCursor}
      isPicked={isPicked}
      pick={{ label: pickWords.pickOne(row.referenceNumber), onPick }}
      isUnread={row.isUnread}
      typing={writers.length > 0 ? presenceWords.writing(writers) : null}
      isFresh={useFlash(row.version)}
      chips={
        <>
          {row.snooze ? <SnoozeMark snooze={row.snooze} /> : null}
          {row.requesterIsVip ? <VipChip /> : null}
          {priority === 'CRITICAL' || priority === 'HIGH' ? <PriorityGlyph priority={priority} /> : null}
          <PresentAvatars people={present} size={20} />
        </>
      }
      assignee={assignee && !isMine ? <Avatar name={assignee.name} named /> : null}
      time={timeOfRow(row)}
    />
  )
}
