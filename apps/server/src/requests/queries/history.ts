import { type EventName, events, requests } from '@deskhand/contract'
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
  actorName: string | null
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
    `select id, name, subject_ref as ref, to_json(at) #>> '{}' as at, actor_name as "actorName", data, changes
     from app.events
     where company_id = $1 and subject_id = $2 and subject_type = 'request' and id < $3
       and (changes <> '{}' or name = 'request.created')
     order by id desc limit $4`,
    [actor.companyId, request.id, after?.id ?? '9223372036854775807', limit + 1],
  )
  const page = lines.slice(0, limit)
  const next = lines.length > limit ? cursorOf(null, String(page.at(-1)?.id)) : null
  const data = page.map(({ id, name, at, actorName, changes, ...line }) => {
    return { id: String(id), name, at, actorName, changes, words: wordsOf(name, actorName, line) }
  })
  const totalEstimate = totalOf(query, next, data.length)
  return answer({ data, page: { next, totalEstimate } }, { next })
})

/** The event's own sentence, with its names filled in. */
function wordsOf(
  name: EventName,
  actorName: string | null,
  { ref, data }: Pick<Line, 'ref' | 'data'>,
): string {
  const slots: Record<string, unknown> = {
    ...data,
    actor: actorName ?? 'Deskhand',
    ref,
    to: String(data['to'] ?? '')
      .toLowerCase()
      .replaceAll('_', ' '),
  }
  return events[name].words.replace(/\{(\w+)\}/g, (_, slot: string) => String(slots[slot] ?? ''))
}
