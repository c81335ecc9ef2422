import { notifications } from '@deskhand/contract'
import { sql } from 'kysely'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { readNotifications } from './rows.ts'

export const list = handle(notifications.list, async ({ tx, actor, query }) => {
  const { limit, unread } = query
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const older = after ? sql`(n.created_at, n.id) < (${after.value}, ${after.id})` : sql`true`
  const read = unread === undefined ? sql`true` : sql`(n.read_at is null) = ${unread}`
  const rows = await readNotifications(tx, actor, sql`${older} and ${read}`, limit + 1)
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  const next = rows.length > limit && last ? cursorOf(last.createdAt, last.id) : null
  const totalEstimate = totalOf(query, next, data.length)
  return answer({ data, page: { next, totalEstimate } }, { next })
})
