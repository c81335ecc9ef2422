import type { HeldSeat } from '@deskhand/contract'
import rows from '../../desks/Desks.module.css'
import { TimeText } from '../../ui/TimeText.tsx'
import classes from '../Licences.module.css'
import { licenceWords, seatWords as words } from '../words.ts'

/** Seats of one person or thing, by their licences. */
export function HeldSeats({ seats, label }: { seats: readonly HeldSeat[]; label: string }) {
  return (
    <ul className={rows.rows} aria-label={label}>
      {seats.map(({ id, licence, note, assignedAt }) => (
        <li key={id} className={rows.row}>
          <div>
            <p className={rows.name}>
              <a href={`/licences/${licence.id}`}>{licence.name}</a>
            </p>
            <p className={rows.about}>
              {licence.publisher ? `${licence.publisher} · ` : null}
              {words.since} <TimeText at={assignedAt} />
              {note ? ` · ${note}` : null}
              {licence.isOver ? <span className={classes.bad}> · {licenceWords.over}</span> : null}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
