import { type EventName, events, givenWords, requests } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadRequest } from '../access.ts'
import { isStaff } from '../rules.ts'
import { words } from '../words.ts'
import { cursorOf, readCursor, totalOf } from './cursor.ts'

type Line = {
  id: number
  name: EventName
  ref: string | null
  at: string
  actorId: string | null
  actorName: string | null
  /** Whose it is now, of an event that gave it. */
  holder: string | null
  data: Record<string, unknown>
  changes: Record<string, [unknown, unknown]>
}

/** The log of one request where it changed a field, for who works on it. */
export const history = handle(requests.history, async ({ tx, db, actor, params, query }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.onlyDesk)
  const { limit } = query
  const after = readCursor(query.cursor, { value: null, id: 'number' })
  const lines = await tx.query<Line>(
    `select id, name, subject_ref as ref, to_json(at) #>> '{}' as at, actor_id as "actorId", actor_name as "actorName", data, changes,
       case when name = 'request.assigned' then coalesce(
         (select p.name from app.people p where p.company_id = $1 and p.id::text = changes -> 'assignedToId' ->> 1),
         (select t.name from app.teams t where t.company_id = $1 and t.id::text = changes -> 'assignedTeamId' ->> 1)) end as holder
     from app.events
     where company_id = $1 and subject_id = $2 and subject_type = 'request' and id < $3
       and (changes <> '{}' or name = 'request.created')
     order by id desc limit $4`,
    [actor.companyId, request.id, after?.id ?? '9223372036854775807', limit + 1],
  )
  const page = lines.slice(0, limit)
  const next = lines.length > limit ? cursorOf(null, String(page.at(-1)?.id)) : null
  const data = page.map(({ id, name, at, actorName, changes, ...line }) => {
    return {
      id: String(id),
      name,
      at,
      actorName,
      changes,
      words: wordsOf(name, actorName, { ...line, changes }),
    }
  })
  const totalEstimate = totalOf(query, next, data.length)
  return answer({ data, page: { next, totalEstimate } }, { next })
})

/** The event's own sentence, with its names filled in. */
function wordsOf(
  name: EventName,
  actorName: string | null,
  { ref, data, changes, actorId, holder }: Pick<Line, 'ref' | 'data' | 'changes' | 'actorId' | 'holder'>,
): string {
  const slots: Record<string, unknown> = {
    ...data,
    actor: actorName ?? 'Deskhand',
    ref,
    ...(holder && { name: holder }),
    to: String(data['to'] ?? '')
      .toLowerCase()
      .replaceAll('_', ' '),
  }
  const given = name === 'request.assigned' ? givenWords(changes, actorId, holder ?? undefined) : null
  return (given ?? events[name].words).replace(/\{(\w+)\}/g, (_, slot: string) => String(slots[slot] ?? ''))
}
