import { type AssetReservation, assetReservations } from '@deskhand/contract'
import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useAddressQuery } from '../address.ts'
import { usePages } from '../api.ts'
import { useTopics } from '../liveTopics.ts'
import { useCommands } from '../shell/commands.ts'
import { RefusedPage } from '../shell/RefusedPage.tsx'
import { holds, useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ExportLink } from '../ui/ExportLink.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SkeletonRows } from '../ui/SkeletonRows.tsx'
import { dayOf, dayStart, plainDay, useNow } from '../ui/time.ts'
import { addDays, mondayOf } from './days.ts'
import { ReservationRow } from './ReservationRow.tsx'
import classes from './Reservations.module.css'
import { Timeline } from './Timeline.tsx'
import { useReservationDeeds } from './useReservationDeeds.tsx'
import { reservationWords as words } from './words.ts'

const ReserveDialog = lazy(() => import('./ReserveDialog.tsx'))

const views = ['list', 'week', 'month'] as const
type View = (typeof views)[number]
const daysOf = { week: 7, month: 28 }
const shows = {
  open: 'REQUESTED,RESERVED,ONGOING,OVERDUE',
  requested: 'REQUESTED',
  late: 'OVERDUE',
  over: 'COMPLETE,CANCELLED,EXPIRED',
} as const
type Show = keyof typeof shows

/** What is lent to whom: as a list of what is to be done, or by things and days. */
export default function ReservationsPage() {
  return holds(useMe(), 'assets.work') ? <All /> : <RefusedPage>{words.refused}</RefusedPage>
}

function All() {
  const { desks } = useMe()
  // What becomes of the things, and what their desks are asked.
  useTopics(useMemo(() => ['assets', ...desks.map(({ code }) => `desk:${code}`)], [desks]))
  const [isReserving, setReserving] = useState(false)
  const { query, change } = useAddressQuery()
  const isNarrow = useMediaQuery('(max-width: 720px)') ?? false
  const wanted = views.find((one) => one === query.get('view')) ?? 'list'
  // Bars of half a finger's width help nobody.
  const view: View = isNarrow ? 'list' : wanted
  const commands = useMemo(
    () => [
      {
        id: 'reservations.add',
        title: words.reserveTitle,
        keys: 'n',
        scope: 'list' as const,
        group: 'create' as const,
        run: () => setReserving(true),
      },
    ],
    [],
  )
  useCommands(commands)
  return (
    <Page
      title={words.title}
      about={words.about}
      width="wide"
      actions={
        <Button variant="primary" onPress={() => setReserving(true)}>
          {words.add}
        </Button>
      }
    >
      {isNarrow ? null : (
        <div className={classes.bar}>
          <SegmentedControl
            aria-label={words.viewLabel}
            data={views.map((value) => ({ value, label: words.views[value] }))}
            value={view}
            onChange={(next) => change({ view: next === 'list' ? null : next })}
          />
        </div>
      )}
      {view === 'list' ? <AsList /> : <ByDays view={view} />}
      {isReserving ? (
        <Suspense fallback={null}>
          <ReserveDialog onClose={() => setReserving(false)} />
        </Suspense>
      ) : null}
    </Page>
  )
}

function AsList() {
  const { query, change } = useAddressQuery()
  const names = Object.keys(shows).filter((name): name is Show => name in shows)
  const show = names.find((name) => name === query.get('show')) ?? 'open'
  const pages = usePages(assetReservations.list, { query: { state: shows[show] } }, { keepPrevious: true })
  const deeds = useReservationDeeds()
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={words.showLabel}
          data={names.map((value) => ({ value, label: words.shows[value] }))}
          value={show}
          onChange={(next) => change({ show: next === 'open' ? null : next })}
        />
        <ExportLink route={assetReservations.list} query={{ state: shows[show] }} />
      </div>
      {pages.error ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : !pages.data ? (
        <SkeletonRows rows={6} lines={2} />
      ) : pages.items.length === 0 ? (
        <EmptyState shape="list" title={words.empty}>
          {words.emptyAbout}
        </EmptyState>
      ) : (
        <ul className={classes.rows} aria-label={words.title}>
          {pages.items.map((reservation) => (
            <ReservationRow key={reservation.id} reservation={reservation} deeds={deeds} />
          ))}
        </ul>
      )}
      {pages.hasNextPage ? (
        <LoadMore
          label={words.more}
          busy={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        />
      ) : null}
      {deeds.dialogs}
    </>
  )
}

function ByDays({ view }: { view: 'week' | 'month' }) {
  const { query, change } = useAddressQuery()
  const now = useNow()
  const [opened, setOpened] = useState<string | null>(null)
  const days = daysOf[view]
  const asked = query.get('from')
  const from = mondayOf(asked && /^\d{4}-\d\d-\d\d$/.test(asked) ? asked : dayOf(now))
  const last = addDays(from, days)
  const pages = usePages(
    assetReservations.list,
    {
      query: {
        state: `${shows.open},COMPLETE`,
        from: dayStart(from).toISOString(),
        until: dayStart(last).toISOString(),
        limit: 200,
      },
    },
    { keepPrevious: true },
  )
  const deeds = useReservationDeeds()
  const one = pages.items.find(({ id }) => id === opened)
  const open = ({ id }: AssetReservation) => setOpened(id === opened ? null : id)
  const go = (day: string | null) => change({ from: day })
  return (
    <>
      <div className={classes.bar}>
        <Button size="small" onPress={() => go(addDays(from, -days))}>
          {words.before}
        </Button>
        <Button size="small" onPress={() => go(null)}>
          {words.now}
        </Button>
        <Button size="small" onPress={() => go(last)}>
          {words.after}
        </Button>
        <span>{words.from(plainDay(from, now), plainDay(addDays(last, -1), now))}</span>
      </div>
      {pages.error ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      ) : !pages.data ? (
        <SkeletonRows rows={6} lines={1} />
      ) : pages.items.length === 0 ? (
        <EmptyState shape="list" title={words.emptyThen} />
      ) : (
        <Timeline reservations={pages.items} from={from} days={days} onOpen={open} />
      )}
      {one ? (
        <ul className={classes.rows} aria-label={words.title}>
          <ReservationRow reservation={one} deeds={deeds} />
        </ul>
      ) : null}
      {deeds.dialogs}
    </>
  )
}
