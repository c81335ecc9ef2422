import { type DisposalRow, disposals } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { rowJson } from './read.ts'

export const list = handle(disposals.list, async ({ tx, actor, query }) => {
  const { limit } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const rows = await tx.query<{ row: DisposalRow; at: string }>(find, [
    actor.companyId,
    query.state ?? null,
    after?.value ?? null,
    after?.id ?? null,
    limit + 1,
  ])
  const data = rows.slice(0, limit).map(({ row }) => row)
  const last = rows.at(limit - 1)
  const next = rows.length > limit && last ? cursorOf(last.at, last.row.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

const find = `
  select json_build_object(${rowJson}) as row, to_json(d.created_at) #>> '{}' as at from app.disposals d
  where d.company_id = $1 and ($2::text[] is null or d.state = any ($2))
    and ($3::timestamptz is null or (d.created_at, d.id) < ($3, $4::uuid))
  order by d.created_at desc, d.id desc limit $5`
