import { type AssetReservation, assetReservations } from '@deskhand/contract'
import { lazy, Suspense, useState } from 'react'
import { usePages } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { dayAndTime } from '../ui/time.ts'
import classes from './Reservations.module.css'
import { useReservationDeeds } from './useReservationDeeds.tsx'
import { reservationWords, borrowWords as words } from './words.ts'

const BorrowDialog = lazy(() => import('./BorrowDialog.tsx'))

const open = 'DRAFT,REQUESTED,RESERVED,ONGOING,OVERDUE'

/** What the reader borrows, and the way to borrow something. */
export function MyReservations() {
  const [isBorrowing, setBorrowing] = useState(false)
  const [withOver, setWithOver] = useState(false)
  const pages = usePages(
    assetReservations.list,
    { query: { personId: 'me', limit: 100, ...(!withOver && { state: open }) } },
    { keepPrevious: true },
  )
  const deeds = useReservationDeeds()
  return (
    <section style={{ display: 'grid', gap: 8, marginBlockStart: 32 }}>
      <SectionTitle>{words.mine}</SectionTitle>
      <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />
      {pages.items.length > 0 ? (
        <ul className={classes.rows} aria-label={words.mine}>
          {pages.items.map((one) => (
            <Mine key={one.id} reservation={one} deeds={deeds} />
          ))}
        </ul>
      ) : null}
      <div className={classes.buttons}>
        <Button variant="primary" onPress={() => setBorrowing(true)}>
          {words.borrow}
        </Button>
        {withOver ? null : (
          <Button variant="quiet" onPress={() => setWithOver(true)}>
            {words.over}
          </Button>
        )}
      </div>
      {deeds.dialogs}
      {isBorrowing ? (
        <Suspense fallback={null}>
          <BorrowDialog onClose={() => setBorrowing(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}

type MineProps = { reservation: AssetReservation; deeds: ReturnType<typeof useReservationDeeds> }

/** As whoever borrows it reads it: what to do next, and until when. */
function Mine({ reservation, deeds }: MineProps) {
  const { name, assetTag, state, startsAt, endsAt, personName, mayChange, moves, note } = reservation
  const [start, end] = [dayAndTime(new Date(startsAt)), dayAndTime(new Date(endsAt))]
  const next = {
    REQUESTED: words.wait,
    RESERVED: words.collect,
    ONGOING: words.bring(end),
    OVERDUE: words.late(end),
  }
  const said = state in next ? next[state as keyof typeof next] : null
  const isOut = state === 'ONGOING' || state === 'OVERDUE'
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p className={classes.name}>
          {name} {assetTag && isOut ? <span className={classes.quiet}>{assetTag}</span> : null}
        </p>
        <p className={classes.about}>
          <span className={classes.state} data-state={state}>
            {reservationWords.states[state]}
          </span>{' '}
          · {reservationWords.from(start, end)}
          {said ? ` · ${said}` : null}
        </p>
        {note ? <p className={classes.about}>{reservationWords.because(note)}</p> : null}
      </div>
      <div className={classes.buttons}>
        {moves
          .filter((to) => to === 'CANCELLED' || to === 'REQUESTED')
          .map((to) => (
            <Button
              key={to}
              size="small"
              variant={to === 'CANCELLED' ? 'quiet' : 'secondary'}
              label={reservationWords.moveNamed(reservationWords.moves[to], name, personName)}
              onPress={() => deeds.move(reservation, to)}
            >
              {reservationWords.moves[to]}
            </Button>
          ))}
        {mayChange ? (
          <Button
            size="small"
            label={reservationWords.moveNamed(
              isOut ? reservationWords.extend : reservationWords.change,
              name,
              personName,
            )}
            onPress={() => deeds.change(reservation)}
          >
            {isOut ? reservationWords.extend : reservationWords.change}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
