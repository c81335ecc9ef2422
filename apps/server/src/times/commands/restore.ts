import { times } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { about, loadRequest } from '../../requests/access.ts'
import { loadEntry, mustBookTime, placeOf } from '../access.ts'
import { readEntry } from '../queries/list.ts'

export const restore = handle(times.restore, async ({ tx, db, actor, params, record }) => {
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  mustBookTime(actor, request)
  const entry = await loadEntry(tx, actor, request, params.entryId, { deleted: true })
  await tx.run('update app.time_entries set deleted_at = null where company_id = $1 and id = $2', [
    request.companyId,
    entry.id,
  ])
  const { id: entryId, personId, seconds } = entry
  record('time.restored', about(request), { entryId, personId, seconds })
  return readEntry(tx, actor, placeOf(actor, request), entry.id)
})
