import { times } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, loadRequest } from '../../requests/access.ts'
import { mustBookTime, placeOf } from '../access.ts'
import { readEntry } from '../queries/list.ts'
import { readTimer } from '../queries/running.ts'
import { words } from '../words.ts'

export const book = handle(times.book, async ({ tx, db, actor, params, body, record }) => {
  const { minutes, type, note, isBillable, rate } = body
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  mustBookTime(actor, request)
  if (rate && !isBillable) throw refuseField('rate', words.freeOfCharge)
  const now = clock.now()
  const seconds = minutes === undefined ? null : minutes * 60
  const startedAt = startOf(body.startedAt, seconds, now)
  const id = newId()
  const [booked] = await tx.query<{ id: string }>(
    `insert into app.time_entries (company_id, id, request_id, person_id, kind, note, started_at, seconds, is_billable,
       rate_amount, rate_currency, created_at, updated_at, reference)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13)
     on conflict (company_id, person_id) where seconds is null do nothing returning id`,
    [
      request.companyId,
      id,
      request.id,
      actor.id,
      type,
      note,
      startedAt,
      seconds,
      isBillable,
      rate?.amount ?? null,
      rate?.currency ?? null,
      now,
      seconds === null ? request.referenceNumber : null,
    ],
  )
  if (!booked)
    throw new Stop(
      'state',
      words.runsElsewhere((await readTimer(tx, actor))?.referenceNumber ?? request.referenceNumber),
    )
  const data = { entryId: id, personId: actor.id, seconds }
  record(seconds === null ? 'time.started' : 'time.booked', about(request), data)
  return answer(await readEntry(tx, actor, placeOf(actor, request), id), {
    location: `/requests/${request.id}/time-entries`,
  })
})

/** A timer starts now; what is booked by hand has just ended unless its beginning is said. */
function startOf(said: string | undefined, seconds: number | null, now: Date): Date {
  if (seconds === null) return now
  const startedAt = said ? new Date(said) : new Date(now.getTime() - seconds * 1000)
  if (startedAt.getTime() + seconds * 1000 > now.getTime() + 60_000)
    throw refuseField('startedAt', words.future)
  return startedAt
}
