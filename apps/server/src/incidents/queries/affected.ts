import { incidents, type ReplyOf } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { words } from '../words.ts'

type Row = ReplyOf<typeof incidents.affected>['data'][number]

export const affected = handle(incidents.affected, async ({ tx, db, actor, params, query }) => {
  const id = params.id.toLowerCase()
  const [incident] = isUuid(id)
    ? await tx.query<{ requestId: string }>(
        `select request_id as "requestId" from app.incidents where company_id = $1 and id = $2`,
        [actor.companyId, id],
      )
    : []
  if (!incident) throw new Stop('not_found', words.noSuchIncident)
  const request = await loadRequest({ tx, db, actor }, incident.requestId).catch((thrown: unknown) => {
    if (thrown instanceof Stop && thrown.code === 'not_found')
      throw new Stop('not_found', words.noSuchIncident)
    throw thrown
  })
  if (!isStaff(actor, request)) throw new Stop('not_found', words.noSuchIncident)
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
