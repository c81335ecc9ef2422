import { type EventName, type LicenceEvent, licences, events as logged } from '@deskhand/contract'
import { utc } from '../../assets/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { loadLicence } from '../access.ts'

type Line = Omit<LicenceEvent, 'words'> & { name: EventName }

export const events = handle(licences.events, async ({ tx, actor, params, query }) => {
  const licence = await loadLicence({ tx }, params.id)
  const after = readCursor(query.cursor, { value: null, id: 'number' })
  const lines = await tx.query<Line>(
    `select e.id::text as id, e.name, ${utc('e.at')} as at, e.actor_name as "actorName", e.changes, e.data as details,
       e.operation_id as "operationId"
     from app.events e where e.company_id = $1 and e.subject_type = 'licence' and e.subject_id = $2 and e.id < $3
     order by e.id desc limit $4`,
    [actor.companyId, licence.id, after?.id ?? '9223372036854775807', query.limit + 1],
  )
  const data = lines.slice(0, query.limit).map((line) => ({
    ...line,
    words: logged[line.name].words
      .replace('{actor}', line.actorName ?? 'Deskhand')
      .replace('{ref}', licence.name),
  }))
  const next = lines.length > query.limit ? cursorOf(null, data.at(-1)?.id ?? null) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})
