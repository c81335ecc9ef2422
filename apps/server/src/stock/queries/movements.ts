import { stock } from '@deskhand/contract'
import { sql } from 'kysely'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { loadItem } from '../access.ts'
import { readMovements } from './readMovements.ts'

export const movements = handle(stock.movements, async ({ tx, actor, params, query }) => {
  const item = await loadItem({ tx }, params.id)
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const past = after ? sql`and (m.at, m.id) < (${after.value}::timestamptz, ${after.id}::uuid)` : sql``
  const kinds = query.kind ? sql`and m.kind = any (${query.kind}::text[])` : sql``
  const rows = await readMovements(tx, actor, sql`m.item_id = ${item.id} ${kinds} ${past}`, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = rows.length > query.limit && last ? cursorOf(last.sortedAt, last.id) : null
  const data = shown.map(({ sortedAt: _, ...movement }) => movement)
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})
