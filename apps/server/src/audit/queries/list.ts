import { audit, type QueryOf } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { consequences, signIns } from '../rules.ts'
import { readEntries } from './entries.ts'

export const list = handle(audit.list, async ({ tx, actor, query }) => {
  const { limit } = query
  const after = readCursor(query.cursor, { value: null, id: 'number' })
  const older = after ? sql<SqlBool>`e.id < ${after.id}` : sql<SqlBool>`true`
  const entries = await readEntries(
    tx,
    actor.companyId,
    sql`${older} and ${conditionOf(query, actor.companyId)}`,
    limit + 1,
  )
  const data = entries.slice(0, limit)
  const last = data.at(-1)
  const next = entries.length > limit && last ? cursorOf(null, last.id) : null
  const totalEstimate = totalOf(query, next, data.length)
  return answer({ data, page: { next, totalEstimate } }, { next })
})

function conditionOf(query: QueryOf<typeof audit.list>, companyId: string): RawBuilder<SqlBool> {
  const { actorId, subjectId, subjectRef, subjectType, name, from, until } = query
  const leavesOut = query.signIns === false && !subjectType?.includes('session')
  const conditions: (RawBuilder<SqlBool> | false | undefined)[] = [
    name
      ? sql`e.name = any (${name})`
      : sql`e.name <> all (${leavesOut ? [...consequences, ...signIns] : consequences})`,
    actorId !== undefined && sql`e.actor_id = ${actorId}`,
    subjectId !== undefined && sql`e.subject_id = ${subjectId}`,
    // By its id, because that has an index; a hidden request has none here.
    subjectRef !== undefined &&
      sql`e.subject_id = any (array(select r.id from app.requests r
        where r.company_id = ${companyId} and r.reference_number = ${subjectRef.toUpperCase()}))`,
    subjectType && sql`e.subject_type = any (${subjectType})`,
    from !== undefined && sql`e.at >= ${from}`,
    until !== undefined && sql`e.at < ${until}`,
  ]
  return sql`${sql.join(
    conditions.filter((one) => one !== false && one !== undefined),
    sql` and `,
  )}`
}
