import { type Lookalike, lookalikes } from '@deskhand/contract'
import { sql } from 'kysely'
import { send } from '../../platform/db/send.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest, visibleTo } from '../../requests/access.ts'
import { alike, anyOf, likeness, nearlySame, tellingWords } from '../rules.ts'
import { words } from '../words.ts'

const shown = 10
/** So many of the best that the search finds are compared. */
const compared = 100

/** What sounds like this request, among what the caller may see: found by the index, then compared title by title. */
export const list = handle(lookalikes.list, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.onlyStaff)
  const telling = tellingWords(request.summary)
  if (telling.length === 0) return { data: [] }
  const score = sql.raw<number>(likeness('r.summary', 't.telling', 't.summary'))
  const data = await send<Lookalike>(
    tx,
    sql`
      with t as materialized (select to_tsquery('app.words', ${anyOf(telling)}) as query,
        ${telling}::text[] as telling, ${request.summary}::text as summary),
      found as materialized (
        select f.id from t, app_priv.search_requests(t.query, '', ${compared}) f),
      -- Kept as it is: pulled into what follows, how alike two titles are would be counted anew wherever it is named.
      scored as materialized (
        select r.id, r.reference_number, r.summary, r.requester_id, r.status, r.resolution_code, r.resolution_text,
          r.created_at, r.resolved_at, r.closed_at, r.service_desk_id, ${score} as likeness
        -- As an array: joined, a plan made for any company reads all of its requests to find these.
        from t join app.requests r on r.company_id = ${actor.companyId} and r.id = any (array(select f.id from found f))
        where r.id <> ${request.id} and r.deleted_at is null and r.merged_into_id is null and ${visibleTo(actor, 'r')}),
      best as (
        select s.*, s.status not in ('RESOLVED', 'REJECTED') and s.closed_at is null as is_open
        from scored s where s.likeness >= ${alike})
      select b.id, b.reference_number as "referenceNumber", d.code as "deskCode", b.summary, p.name as "requesterName",
        b.status, b.resolution_code as "resolutionCode", left(b.resolution_text, 240) as "resolutionText",
        to_json(b.created_at) #>> '{}' as "createdAt",
        to_json(coalesce(b.resolved_at, b.closed_at)) #>> '{}' as "settledAt", b.likeness,
        b.is_open and b.service_desk_id = ${request.serviceDeskId} and b.likeness >= ${nearlySame}
          as "isLikelyDuplicate"
      from best b
      join app.desks d on d.company_id = ${actor.companyId} and d.id = b.service_desk_id
      join app.people p on p.company_id = ${actor.companyId} and p.id = b.requester_id
      order by "isLikelyDuplicate" desc, b.likeness desc, b.is_open desc, b.created_at desc, b.id
      limit ${shown}`,
  )
  return { data }
})
