import { operations } from '@deskhand/contract'
import { sql } from 'kysely'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { readOperations } from '../access.ts'

/** Of what Deskhand does by itself, rules keep a log of their own. */
export const list = handle(operations.list, async ({ tx, actor, query }) => {
  const { limit, cursor, state, isIncomplete } = query
  const [, at = '', id = ''] = cursor?.match(/^(\d{4}-[\d:.TZ-]{10,30})_(.+)$/) ?? []
  if (cursor !== undefined && (!isUuid(id) || Number.isNaN(Date.parse(at))))
    throw new Stop('invalid', 'Check cursor.')
  const conditions = [
    sql<boolean>`o.started_by_id is not null`,
    ...(state ? [sql<boolean>`o.state = ${state}`] : []),
    ...(isIncomplete === undefined
      ? []
      : [sql<boolean>`(o.refused > 0 or o.state = 'CANCELLED') = ${isIncomplete}`]),
    ...(cursor === undefined ? [] : [sql<boolean>`(o.started_at, o.id) < (${at}::timestamptz, ${id}::uuid)`]),
  ]
  const rows = await readOperations(tx, actor, sql`${sql.join(conditions, sql` and `)}`, { limit: limit + 1 })
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  const next = rows.length > limit && last ? `${last.startedAt}_${last.id}` : null
  return answer({ data, page: { next, totalEstimate: null } }, { next })
})
