import type { QueryOf, requests } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { DeskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { visibleTo } from '../access.ts'
import { isUnread, supervises } from './columns.ts'

type Query = QueryOf<typeof requests.list>
type Condition = RawBuilder<SqlBool>

/**
 * Every condition of a list, on `r`. Constants are written out where an index depends on them: the planner
 * takes the index of open requests only for conditions that it can read.
 */
export function conditionsOf(query: Query, actor: Actor, facts: DeskFacts): Condition[] {
  const { status } = query
  const isOpenOnly = status?.every((one) => one !== 'RESOLVED' && one !== 'REJECTED')
  const conditions: (Condition | false | '' | undefined)[] = [
    sql`r.company_id = ${actor.companyId}`,
    visibleTo(actor, 'r'),
    query.deleted ? sql`r.deleted_at is not null and ${supervises(actor)}` : sql`r.deleted_at is null`,
    query.state &&
      sql`(${sql.join(
        query.state.map((state) => states[state]),
        sql` or `,
      )})`,
    isOpenOnly && !query.state && states.open,
    status && among(sql`r.status`, status),
    query.desk && amongDesks(query.desk.flatMap((code) => facts.desk(code)?.id ?? [])),
    query.serviceDeskId && sql`r.service_desk_id = ${query.serviceDeskId}`,
    query.assignee && someone(sql`r.assigned_to_id`, query.assignee, actor),
    query.requester && someone(sql`r.requester_id`, query.requester, actor),
    query.teamId && someone(sql`r.assigned_team_id`, query.teamId, actor),
    query.priority && among(sql`r.priority`, query.priority),
    query.requestTypeId && sql`r.request_type_id = ${query.requestTypeId}`,
    query.categoryId &&
      sql`r.request_type_id = any (array(select t.id from app.request_types t
        where t.company_id = ${actor.companyId} and t.category_id = ${query.categoryId}))`,
    query.tag && sql`r.tags && ${query.tag.map((tag) => tag.toLowerCase())}::text[]`,
    query.isConfidential !== undefined && sql`r.is_confidential = ${query.isConfidential}`,
    query.isUnread === true && isUnread(actor),
    query.isUnread === false && sql`not ${isUnread(actor)}`,
    query.dueAfter && sql`r.sla_due_at >= ${query.dueAfter}`,
    query.dueBefore && sql`r.sla_due_at < ${query.dueBefore}`,
    query.createdAfter && sql`r.created_at >= ${query.createdAfter}`,
    query.createdBefore && sql`r.created_at < ${query.createdBefore}`,
    query.resolvedAfter && sql`r.resolved_at >= ${query.resolvedAfter}`,
    query.updatedAfter && sql`r.updated_at >= ${query.updatedAfter}`,
    query.q !== undefined && matches(query.q),
  ]
  return conditions.filter((one): one is Condition => Boolean(one))
}

const states: Record<NonNullable<Query['state']>[number], Condition> = {
  open: sql`(r.closed_at is null and r.status not in ('RESOLVED', 'REJECTED'))`,
  solved: sql`(r.closed_at is null and r.status in ('RESOLVED', 'REJECTED'))`,
  closed: sql`r.closed_at is not null`,
}

/** One value by `=`, because an index gives rows in order only behind an equation. */
const among = (column: RawBuilder<unknown>, values: readonly string[]): Condition =>
  values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any (${values})`

/** A code that no desk has finds nothing. */
const amongDesks = (ids: readonly string[]): Condition =>
  ids.length === 1 ? sql`r.service_desk_id = ${ids[0]}` : sql`r.service_desk_id = any (${ids}::uuid[])`

function someone(column: RawBuilder<unknown>, who: readonly string[], actor: Actor): Condition {
  const ids = who.filter((one) => one !== 'none').map((one) => (one === 'me' ? actor.id : one))
  const isNone = sql<SqlBool>`${column} is null`
  if (ids.length === 0) return isNone
  const isOneOf: Condition =
    ids.length === 1 ? sql`${column} = ${ids[0]}` : sql`${column} = any (${ids}::uuid[])`
  return who.includes('none') ? sql`(${isOneOf} or ${isNone})` : isOneOf
}

/** Words by their beginnings, the title by any part of it, or the reference number itself. */
function matches(q: string): Condition {
  const prefixes = (q.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(' & ')
  return sql`(r.reference_number = ${q.toUpperCase()} or r.id = any (array(
    select found.id from app_priv.search_requests(to_tsquery('app.words', ${prefixes}), ${q}, 500) found)))`
}
