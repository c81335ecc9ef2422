import { type Request, type TimeEntry, times } from '@deskhand/contract'
import { ActionIcon, Menu } from '@mantine/core'
import { Ellipsis, Play, Square } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useCommand, useRead } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PaneSection } from '../ui/Pane.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from '../ui/problem.ts'
import { shortDate, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import classes from './TimesPanel.module.css'
import { useTimer } from './useTimer.ts'
import { kindWords, lengthWords, moneyOf, runningWords, timeWords as words } from './words.ts'

const EntryHistory = lazy(() => import('./EntryHistory.tsx'))
const TimeDialog = lazy(() => import('./TimeDialog.tsx'))

/** The time booked on a request, one's timer, and its sums; the desk alone sees it. */
export default function TimesPanel({ request }: { request: Request }) {
  return request.can.includes('tag') ? <Booked request={request} /> : null
}

function Booked({ request }: { request: Request }) {
  const params = { id: request.id }
  const { data, error, refetch } = useRead(times.list, { params })
  const remove = useCommand(times.remove)
  const restore = useCommand(times.restore)
  const [opened, setOpened] = useState<TimeEntry | 'new' | null>(null)
  const entries = data?.data.filter(({ seconds }) => seconds !== null) ?? []
  const totals = data?.totals
  const sums =
    totals && totals.seconds > 0
      ? [
          words.total(lengthWords(totals.seconds)),
          totals.billableSeconds > 0 ? words.billable(lengthWords(totals.billableSeconds)) : null,
          ...totals.costs.map(moneyOf),
        ].filter(Boolean)
      : []
  const onError = (thrown: unknown) => toast(words.failed(problemOf(thrown)?.detail ?? ''))
  function drop({ id }: TimeEntry) {
    const entry = { params: { ...params, entryId: id } }
    const undo = () => restore.mutate(entry, { onError })
    remove.mutate(entry, { onError, onSuccess: () => toast(words.removed, { undo }) })
  }
  return (
    <PaneSection title={words.title}>
      {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : null}
      <Timer request={request} onBook={() => setOpened('new')} />
      {data ? <p className={classes.line}>{sums.length > 0 ? sums.join(' · ') : words.none}</p> : null}
      <ul className={classes.list}>
        {entries.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            onEdit={() => setOpened(entry)}
            onRemove={() => drop(entry)}
          />
        ))}
      </ul>
      {opened ? (
        <Suspense fallback={null}>
          <TimeDialog
            key={opened === 'new' ? opened : opened.id}
            request={request}
            entry={opened === 'new' ? null : opened}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      ) : null}
    </PaneSection>
  )
}

type EntryRowProps = { entry: TimeEntry; onEdit: () => void; onRemove: () => void }

function EntryRow({ entry, onEdit, onRemove }: EntryRowProps) {
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  const length = lengthWords(entry.seconds ?? 0)
  const about = [
    kindWords[entry.type],
    shortDate(new Date(entry.startedAt), now),
    entry.rate ? moneyOf(entry.rate) : entry.isBillable ? words.isBillable : null,
  ].filter(Boolean)
  return (
    <li className={classes.row}>
      <span className={classes.words}>
        <span>
          {length} · {entry.personName}
        </span>
        <span className={classes.about}>{about.join(' · ')}</span>
        {entry.note ? <span className={classes.about}>{entry.note}</span> : null}
        {entry.correctedAt ? (
          <details className={classes.about} onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary aria-label={words.correctedNamed(length, entry.personName)}>{words.corrected}</summary>
            {isOpen ? (
              <Suspense fallback={null}>
                <EntryHistory entry={entry} />
              </Suspense>
            ) : null}
          </details>
        ) : null}
      </span>
      {entry.isMine ? (
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <ActionIcon size="sm" aria-label={words.menu(length, entry.personName)}>
              <Icon of={Ellipsis} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>{words.correct}</Menu.Item>
            <Menu.Item onClick={onRemove}>{words.remove}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  )
}

function Timer({ request, onBook }: { request: Request; onBook: () => void }) {
  const { timer, isHere, start, stop, discard, discarding, isBusy } = useTimer(request)
  const [isLeaving, setLeaving] = useState(false)
  const seconds = useSeconds(isHere && timer ? timer.startedAt : null)
  if (timer && !isHere) {
    return (
      <div className={classes.timer}>
        <span className={classes.about}>{words.runsElsewhere(timer.referenceNumber)}</span>
        <Button size="small" busy={isBusy} onPress={stop}>
          {words.stopElsewhere}
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.timer}>
      {isHere ? (
        <span className={classes.clock} role="timer" aria-label={words.runs}>
          {runningWords(seconds)}
        </span>
      ) : null}
      <Button
        size="small"
        busy={isBusy}
        keys="Shift+t"
        icon={<Icon of={isHere ? Square : Play} />}
        onPress={isHere ? stop : start}
      >
        {isHere ? words.stop : words.start}
      </Button>
      <Button size="small" variant="quiet" onPress={isHere ? () => setLeaving(true) : onBook}>
        {isHere ? words.discard : words.book}
      </Button>
      <ConfirmDialog
        opened={isLeaving}
        onClose={() => setLeaving(false)}
        title={words.discardTitle}
        consequence={words.discardAbout}
        confirmLabel={words.discardConfirm}
        busy={discarding.isPending}
        problem={discarding.error}
        onConfirm={() => discard(() => setLeaving(false))}
      />
    </div>
  )
}

/** Whole seconds since then, once a second. */
function useSeconds(since: string | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!since) return
    setNow(Date.now())
    const tick = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(tick)
  }, [since])
  return since ? Math.max(0, Math.floor((now - new Date(since).getTime()) / 1000)) : 0
}
