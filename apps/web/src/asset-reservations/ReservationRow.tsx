import type { AssetReservation } from '@deskhand/contract'
import { Button } from '../ui/Button.tsx'
import { Tag } from '../ui/Tag.tsx'
import { dayAndTime } from '../ui/time.ts'
import classes from './Reservations.module.css'
import type { useReservationDeeds } from './useReservationDeeds.tsx'
import { reservationWords as words } from './words.ts'

type ReservationRowProps = {
  reservation: AssetReservation
  deeds: ReturnType<typeof useReservationDeeds>
  /** Of one thing: what it is goes without saying. */
  isBrief?: boolean
}

/** One reservation: what, for whom, from when until when, and what can be done with it now. */
export function ReservationRow({ reservation, deeds, isBrief = false }: ReservationRowProps) {
  const { name, assetTag, state, personId, personName, startsAt, endsAt, note, reason } = reservation
  const { moves, mayChange, isSetAside } = reservation
  const isOut = state === 'ONGOING' || state === 'OVERDUE'
  const period = words.from(dayAndTime(new Date(startsAt)), dayAndTime(new Date(endsAt)))
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <p className={classes.name}>
          {isBrief ? null : (
            <>
              {assetTag ? (
                <Tag
                  kind="asset"
                  reference={assetTag}
                  size="compact"
                  href={`/a/${encodeURIComponent(assetTag)}`}
                />
              ) : null}{' '}
              {name} ·{' '}
            </>
          )}
          <a href={`/people/${personId}`}>{personName}</a>
        </p>
        <p className={classes.about}>
          <span className={classes.state} data-state={state}>
            {words.states[state]}
          </span>
          {isSetAside ? `, ${words.ready}` : null} · {period}
        </p>
        {note || reason ? (
          <p className={classes.about}>
            {[note, reason].flatMap((said) => (said ? [words.because(said)] : [])).join(' ')}
          </p>
        ) : null}
      </div>
      <div className={classes.buttons}>
        {moves.map((to) => (
          <Button
            key={to}
            size="small"
            variant={to === 'CANCELLED' ? 'quiet' : 'secondary'}
            label={words.moveNamed(words.moves[to], name, personName)}
            onPress={() => deeds.move(reservation, to)}
          >
            {words.moves[to]}
          </Button>
        ))}
        {mayChange ? (
          <Button
            size="small"
            variant="quiet"
            label={words.moveNamed(isOut ? words.extend : words.change, name, personName)}
            onPress={() => deeds.change(reservation)}
          >
            {isOut ? words.extend : words.change}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
