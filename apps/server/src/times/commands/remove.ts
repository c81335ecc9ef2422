import { times } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { holdEntry } from '../access.ts'

/** What was booked is kept, to be brought back; a timer that still runs is gone. */
export const remove = handle(times.remove, async ({ tx, db, actor, params, record }) => {
  const { entry, place, subject } = await holdEntry({ tx, db, actor }, params)
  const key = [place.companyId, entry.id]
  if (entry.seconds === null) {
    await tx.run('delete from app.time_entries where company_id = $1 and id = $2', key)
  } else {
    const at = clock.now()
    await tx.run('update app.time_entries set deleted_at = $3 where company_id = $1 and id = $2', [
      ...key,
      at,
    ])
  }
  record(
    'time.deleted',
    subject,
    { entryId: entry.id, personId: entry.personId, seconds: entry.seconds },
    { seconds: [entry.seconds, null], startedAt: [entry.startedAt, null], note: [entry.note, null] },
  )
  return {}
})
