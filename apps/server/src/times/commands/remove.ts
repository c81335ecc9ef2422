import { times } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { about, loadRequest } from '../../requests/access.ts'
import { loadEntry, mustBookTime } from '../access.ts'

export const remove = handle(times.remove, async ({ tx, db, actor, params, record }) => {
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  mustBookTime(actor, request)
  const entry = await loadEntry(tx, actor, request, params.entryId)
  await tx.run('delete from app.time_entries where company_id = $1 and id = $2', [
    request.companyId,
    entry.id,
  ])
  record(
    'time.deleted',
    about(request),
    { entryId: entry.id, personId: entry.personId, seconds: entry.seconds },
    { seconds: [entry.seconds, null], startedAt: [entry.startedAt, null], note: [entry.note, null] },
  )
  return {}
})
