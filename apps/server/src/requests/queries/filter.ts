import { parseQuery, type QueryOf, type QueryTerm, type requests } from '@deskhand/contract'
import { sql } from 'kysely'
import { visibleTo } from '../access.ts'
import { isUnread, supervises } from './columns.ts'
import { matches } from './matches.ts'
import { type Asking, among, amongIds, type Condition, conditionsOfQuery, isOpen, someone } from './where.ts'

type Query = QueryOf<typeof requests.list>

/**
 * Every condition of a list, on `r`. Constants are written out where an index depends on them: the planner
 * takes the index of open requests only for conditions that it can read.
 */
export function conditionsOf(query: Omit<Query, 'sort' | 'limit' | 'cursor'>, asking: Asking): Condition[] {
  const { actor, facts } = asking
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
    query.desk &&
      amongIds(
        sql`r.service_desk_id`,
        query.desk.flatMap((code) => facts.desk(code)?.id ?? []),
      ),
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
    query.isSnoozed === true && sql`r.snoozed_at is not null`,
    query.isSnoozed === false && sql`r.snoozed_at is null`,
    query.dueAfter && sql`r.sla_due_at >= ${query.dueAfter}`,
    query.dueBefore && sql`r.sla_due_at < ${query.dueBefore}`,
    query.isAtRisk !== undefined &&
      sql`(r.sla_at_risk_at <= ${asking.now} and r.sla_due_at >= ${asking.now}) is ${sql.raw(query.isAtRisk ? 'true' : 'not true')}`,
    query.createdAfter && sql`r.created_at >= ${query.createdAfter}`,
    query.createdBefore && sql`r.created_at < ${query.createdBefore}`,
    query.resolvedAfter && sql`r.resolved_at >= ${query.resolvedAfter}`,
    query.resolvedBefore && sql`r.resolved_at < ${query.resolvedBefore}`,
    query.updatedAfter && sql`r.updated_at >= ${query.updatedAfter}`,
    query.updatedBefore && sql`r.updated_at < ${query.updatedBefore}`,
    query.q !== undefined && matches(query.q),
    ...conditionsOfQuery({ terms: namedIn(query), text: '' }, asking),
    ...(query.where ? conditionsOfLine(query.where, asking) : []),
  ]
  return conditions.filter((one): one is Condition => Boolean(one))
}

/** A line that the contract has let through, or that was checked when it was kept. */
export function conditionsOfLine(line: string, asking: Asking): Condition[] {
  const { query, fault } = parseQuery(line)
  if (fault) throw new Error(`A line of filters that nobody checked: ${fault.sentence}`)
  return conditionsOfQuery(query, asking)
}

/** The plain fields that mean what the line's fields of the same name mean. */
const namedIn = (query: Partial<Query>): QueryTerm[] =>
  (['site', 'region', 'unit', 'department'] as const).flatMap((field) => {
    const values = query[field]
    return values ? [{ field, not: false, values }] : []
  })

const states: Record<NonNullable<Query['state']>[number], Condition> = {
  open: isOpen,
  solved: sql`(r.closed_at is null and r.status in ('RESOLVED', 'REJECTED'))`,
  closed: sql`r.closed_at is not null`,
}
