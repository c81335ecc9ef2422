import { type TimeChange, times } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest } from '../../requests/access.ts'
import { mustBookTime } from '../access.ts'
import { words } from '../words.ts'

/** What became of an entry since it was booked, out of the log: it is written nowhere else. */
export const history = handle(times.history, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  mustBookTime(actor, request)
  const entryId = params.entryId.toLowerCase()
  const [entry] = isUuid(entryId)
    ? await tx.query('select from app.time_entries where company_id = $1 and request_id = $2 and id = $3', [
        request.companyId,
        request.id,
        entryId,
      ])
    : []
  if (!entry) throw new Stop('not_found', words.noSuchEntry)
  return { data: await tx.query<TimeChange>(findChanges, [request.companyId, request.id, entryId]) }
})

const findChanges = `
  select upper(split_part(name, '.', 2)) as what, to_json(at) #>> '{}' as at,
    coalesce(actor_name, 'Deskhand') as "byName", changes
  from app.events
  where company_id = $1 and subject_id = $2 and name in ('time.corrected', 'time.deleted', 'time.restored')
    and data ->> 'entryId' = $3
  order by id desc limit 200`
