import { type QueryFlag, type QueryTerm, type RequestQuery, readQueryTime } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { DeskFacts } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { isUuid } from '../../platform/ids.ts'
import { isUnread, worksOn } from './columns.ts'
import { matches } from './matches.ts'
import { spanOf } from './queryTimes.ts'

export type Condition = RawBuilder<SqlBool>
/** Who asks, when, and what their company's desks are called. */
export type Asking = { actor: Actor; facts: DeskFacts; now: Date }

export const isOpen: Condition = sql`(r.closed_at is null and r.status not in ('RESOLVED', 'REJECTED'))`
const settled = ['resolved', 'rejected']

/** What a line of filters means, as conditions on `r`. */
export function conditionsOfQuery({ terms, text }: RequestQuery, asking: Asking): Condition[] {
  const conditions = terms.map((term) => {
    const means = conditionOf(term, asking)
    // Null is not the value asked for, so that "not" must count it in.
    return term.not ? sql<SqlBool>`(${means}) is not true` : means
  })
  if (text !== '') conditions.push(matches(text))
  // The index of open requests is taken only where the statement says that they are open.
  const areOpen = terms.some(
    ({ field, not, values }) =>
      field === 'status' && !not && !values.some((value) => settled.includes(value)),
  )
  return areOpen ? [isOpen, ...conditions] : conditions
}

function conditionOf({ field, values }: QueryTerm, { actor, facts, now }: Asking): Condition {
  switch (field) {
    case 'status':
    case 'priority':
      return among(
        field === 'status' ? sql`r.status` : sql`r.priority`,
        values.map((value) => value.toUpperCase()),
      )
    case 'is':
      // The contract's parser lets these words alone through.
      return anyOf(values.map((value) => flags[value as QueryFlag](actor, now)))
    case 'assignee':
      return someone(sql`r.assigned_to_id`, values, actor)
    case 'requester':
      return someone(sql`r.requester_id`, values, actor)
    case 'desk':
      return amongIds(sql`r.service_desk_id`, desksOf(values, actor, facts))
    case 'type':
      return amongIds(
        sql`r.request_type_id`,
        facts.types.filter(({ id, name }) => names(values, id, name)).map(({ id }) => id),
        values.includes('none'),
      )
    case 'category':
      return amongIds(
        sql`r.request_type_id`,
        facts.types.filter(({ categoryName }) => names(values, '', categoryName)).map(({ id }) => id),
      )
    case 'team':
      return named(
        sql`r.assigned_team_id`,
        values,
        (wanted) => sql`select n.id from app.teams n
        where n.company_id = ${actor.companyId} and (lower(n.name) = any (${wanted}) or n.id::text = any (${wanted}))`,
      )
    case 'tag':
      return sql`r.tags && ${values}::text[]`
    case 'field':
      return anyOf(values.map((value) => fieldHolds(value, actor)))
    case 'department':
      return sql`r.requester_id = any (array(select n.id from app.people n
        where n.company_id = ${actor.companyId} and lower(n.department) = any (${lower(values)})))`
    case 'site':
    case 'region':
    case 'unit':
      return inPlaces(field, values, actor)
    case 'due':
    case 'created':
    case 'updated':
    case 'resolved':
      return at(field, values[0] ?? '', { now, zone: facts.zone })
  }
}

const flags: Record<QueryFlag, (actor: Actor, now: Date) => Condition> = {
  open: () => isOpen,
  solved: () => sql`(r.closed_at is null and r.status in ('RESOLVED', 'REJECTED'))`,
  closed: () => sql`r.closed_at is not null`,
  // Not late yet, but soon: what the clock of its promise says.
  risk: (_, now) => sql`(r.sla_at_risk_at <= ${now} and r.sla_due_at >= ${now})`,
  vip: (actor) => sql`(r.requester_id = any (array(select n.id from app.people n
    where n.company_id = ${actor.companyId} and n.is_vip)) and ${worksOn(actor)})`,
  unread: isUnread,
  confidential: () => sql`r.is_confidential`,
  snoozed: () => sql`r.snoozed_at is not null`,
  woken: () => sql`r.woke_at > r.updated_at`,
}

const columns = {
  due: sql`r.sla_due_at`,
  created: sql`r.created_at`,
  updated: sql`r.updated_at`,
  resolved: sql`r.resolved_at`,
}

function at(field: keyof typeof columns, value: string, moment: { now: Date; zone: string }): Condition {
  const time = readQueryTime(value)
  const span = time && spanOf(field, time, moment)
  const column = columns[field]
  if (!span) return sql`${column} is null`
  const ends = [
    ...(span.from ? [sql<SqlBool>`${column} >= ${span.from}`] : []),
    ...(span.until ? [sql<SqlBool>`${column} < ${span.until}`] : []),
  ]
  return sql`${sql.join(ends, sql` and `)}`
}

/** One value by `=`, because an index gives rows in order only behind an equation. */
export const among = (column: RawBuilder<unknown>, values: readonly string[]): Condition =>
  values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any (${values})`

/** Ids that are known already; none finds nothing. */
export function amongIds(column: RawBuilder<unknown>, ids: readonly string[], orNone = false): Condition {
  const isOneOf: Condition =
    ids.length === 1 ? sql`${column} = ${ids[0]}` : sql`${column} = any (${ids}::uuid[])`
  return orNone ? sql`(${isOneOf} or ${column} is null)` : isOneOf
}

const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 1 && conditions[0] ? conditions[0] : sql`(${sql.join([...conditions], sql` or `)})`

const lower = (values: readonly string[]) => values.map((value) => value.toLowerCase())
const names = (values: readonly string[], id: string, name: string) =>
  lower(values).some((value) => value === id || value === name.toLowerCase())

/** Desks by code, name or id; `mine` are those one works at. */
function desksOf(values: readonly string[], actor: Actor, { desks }: DeskFacts): string[] {
  const isMine = values.includes('mine')
  return desks
    .filter(
      ({ id, code, name }) =>
        names(values, id, name) || names(values, '', code) || (isMine && actor.desks.has(id)),
    )
    .map(({ id }) => id)
}

/** People by id, address or name; `me` and `none` as such. */
export function someone(column: RawBuilder<unknown>, who: readonly string[], actor: Actor): Condition {
  const ids = who.flatMap((one) => (one === 'me' ? [actor.id] : isUuid(one) ? [one] : []))
  const rest = who.filter((one) => one !== 'me' && one !== 'none' && !isUuid(one))
  const parts: Condition[] = []
  if (ids.length > 0) parts.push(amongIds(column, ids))
  if (who.includes('none')) parts.push(sql`${column} is null`)
  if (rest.length > 0)
    parts.push(sql`${column} = any (array(select n.id from app.people n
      where n.company_id = ${actor.companyId} and (lower(n.name) = any (${lower(rest)}) or n.email = any (${lower(rest)}))))`)
  return anyOf(parts)
}

function named(
  column: RawBuilder<unknown>,
  values: readonly string[],
  find: (wanted: string[]) => RawBuilder<unknown>,
): Condition {
  const wanted = lower(values.filter((value) => value !== 'none'))
  const parts: Condition[] = []
  if (values.includes('none')) parts.push(sql`${column} is null`)
  if (wanted.length > 0) parts.push(sql`${column} = any (array(${find(wanted)}))`)
  return anyOf(parts)
}

/** What is in a field of the company's own, by its key or its label: as people read it, or its value. */
function fieldHolds(term: string, actor: Actor): Condition {
  const [name = '', ...rest] = term.split('=')
  const wanted = rest.join('=').trim().toLowerCase()
  const holds =
    rest.length === 0
      ? sql`true`
      : sql`(lower(v.text) = ${wanted} or lower(v.value #>> '{}') = ${wanted} or (f.type = 'person' and exists (
          select from app.people n where n.company_id = v.company_id and n.id::text = v.value #>> '{}'
            and (lower(n.name) = ${wanted} or n.email = ${wanted}))))`
  return sql`r.id = any (array(select v.request_id from app.custom_field_values v
    join app.custom_fields f on f.company_id = v.company_id and f.id = v.field_id and f.retired_at is null
    where v.company_id = ${actor.companyId}
      and lower(${name.trim()}) in (lower(f.label), lower(f.key), lower(substr(f.key, 5))) and ${holds}))`
}

/** A site, or whatever lies in a region or a unit. */
function inPlaces(field: 'site' | 'region' | 'unit', values: readonly string[], actor: Actor): Condition {
  return named(
    sql`r.site_id`,
    values,
    (wanted) => sql`select n.id from app.business_units above
    join app.business_units n on n.company_id = above.company_id and above.id = any (n.path)
    where above.company_id = ${actor.companyId} and above.kind = ${field.toUpperCase()}
      and (lower(above.name) = any (${wanted}) or above.id::text = any (${wanted}))`,
  )
}
