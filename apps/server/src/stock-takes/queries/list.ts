import { type StockTakeRow, stockTakes } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { countsJoin, rowJson, shownTo } from './row.ts'

export const list = handle(stockTakes.list, async ({ tx, actor, query }) => {
  const { limit } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const rows = await tx.query<{ row: StockTakeRow; at: string; id: string }>(find, [
    actor.companyId,
    query.state ?? null,
    after?.value ?? null,
    after?.id ?? null,
    limit + 1,
  ])
  const data = rows.slice(0, limit).map(({ row }) => shownTo(actor, row))
  const last = rows.at(limit - 1)
  const next = rows.length > limit && last ? cursorOf(last.at, last.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

const find = `
  select ${rowJson} as row, to_json(s.created_at) #>> '{}' as at, s.id
  from app.stock_takes s ${countsJoin}
  where s.company_id = $1 and ($2::text[] is null or s.state = any ($2))
    and ($3::timestamptz is null or (s.created_at, s.id) < ($3, $4::uuid))
  order by s.created_at desc, s.id desc limit $5`
