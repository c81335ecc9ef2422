import { type Acceptance, acceptances } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { acceptanceJson } from '../access.ts'

export const list = handle(acceptances.list, async ({ tx, actor, query }) => {
  const { limit } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const rows = await tx.query<{ acceptance: Acceptance; at: string; id: string }>(find, [
    actor.companyId,
    query.kind ?? null,
    query.state ?? null,
    query.person === 'me' ? actor.id : (query.person ?? null),
    query.assetId ?? null,
    after?.value ?? null,
    after?.id ?? null,
    limit + 1,
  ])
  const data = rows.slice(0, limit).map(({ acceptance }) => acceptance)
  const last = rows.at(limit - 1)
  const next = rows.length > limit && last ? cursorOf(last.at, last.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

const find = `
  select ${acceptanceJson} as acceptance, to_json(a.asked_at) #>> '{}' as at, a.id
  from app.acceptances a
  where a.company_id = $1 and ($2::text is null or a.kind = $2) and ($3::text[] is null or a.state = any ($3))
    and ($4::uuid is null or a.person_id = $4) and ($5::uuid is null or a.id in (
      select t.acceptance_id from app.acceptance_things t where t.company_id = $1 and t.asset_id = $5))
    and ($6::timestamptz is null or (a.asked_at, a.id) < ($6, $7::uuid))
  order by a.asked_at desc, a.id desc limit $8`
