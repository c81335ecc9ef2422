import { incidents, type ReplyOf } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { loadIncident } from '../access.ts'
import { words } from '../words.ts'

type Row = ReplyOf<typeof incidents.affected>['data'][number]

export const affected = handle(incidents.affected, async ({ tx, actor, params, query }) => {
  const { id, serviceDeskId } = await loadIncident({ tx, actor }, params.id, { lock: false })
  if (!actor.isAdmin && !actor.desks.has(serviceDeskId)) throw new Stop('forbidden', words.onlyDesk)
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const rows = await tx.query<Row>(
    `select p.id as "personId", p.name, p.department, p.site, to_json(a.created_at) #>> '{}' as at
     from app.incident_affected a join app.people p on p.company_id = a.company_id and p.id = a.person_id
     where a.company_id = $1 and a.incident_id = $2
       and ($3::timestamptz is null or (a.created_at, a.person_id) < ($3, $4::uuid))
     order by a.created_at desc, a.person_id desc limit $5`,
    [actor.companyId, id, after?.value ?? null, after?.id ?? null, query.limit + 1],
  )
  const data = rows.slice(0, query.limit)
  const last = data.at(-1)
  const next = rows.length > query.limit && last ? cursorOf(last.at, last.personId) : null
  const totalEstimate = totalOf(query, next, data.length)
  return answer({ data, page: { next, totalEstimate } }, { next })
})
