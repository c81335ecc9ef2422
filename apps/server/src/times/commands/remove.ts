import { times } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { about, loadRequest } from '../../requests/access.ts'
import { loadEntry, mustBookTime } from '../access.ts'

/** What was booked is kept, to be brought back; a timer that still runs is gone. */
export const remove = handle(times.remove, async ({ tx, db, actor, params, record }) => {
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  mustBookTime(actor, request)
  const entry = await loadEntry(tx, actor, request, params.entryId)
  const key = [request.companyId, entry.id]
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
    about(request),
    { entryId: entry.id, personId: entry.personId, seconds: entry.seconds },
    { seconds: [entry.seconds, null], startedAt: [entry.startedAt, null], note: [entry.note, null] },
  )
  return {}
})
