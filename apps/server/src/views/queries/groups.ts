import {
  type Priority,
  type RequestStatus,
  usualPriorityNames,
  type ViewGrouping,
  views,
} from '@deskhand/contract'
import { type RawBuilder, sql } from 'kysely'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { send } from '../../platform/db/send.ts'
import { handle } from '../../platform/http/handle.ts'
import { conditionsOf } from '../../requests/queries/filter.ts'
import { words } from '../words.ts'

type Group = { value: string | null; label: string | null; count: number }

const keys: Record<ViewGrouping, RawBuilder<unknown>> = {
  status: sql`r.status`,
  priority: sql`r.priority`,
  assignee: sql`r.assigned_to_id::text`,
  desk: sql`r.service_desk_id::text`,
  site: sql`r.site_id::text`,
  type: sql`r.request_type_id::text`,
}

/** The groups of a list with their counts, as they stand in it: states as a request passes them, names by the alphabet. */
export const groups = handle(views.groups, async ({ tx, actor, query, platform }) => {
  const { by } = query
  const asking = { actor, facts: await deskFacts(platform, tx), now: clock.now() }
  const which = sql.join(conditionsOf(query, asking), sql` and `)
  const rows = await send<Group>(
    tx,
    sql`select g.value, ${names[by]} as label, g.count from (
        select ${keys[by]} as value, count(*)::int as count from app.requests r where ${which} group by 1) g`,
  )
  const data = rows.map(({ value, label, count }) => ({
    value: value ?? 'none',
    label: labelOf(by, value, label, asking.facts.priorityNames),
    count,
  }))
  return { data: data.sort((one, other) => placeOf(by, one) - placeOf(by, other) || byName(one, other)) }
})

const found = (table: RawBuilder<unknown>, column = sql`n.name`) =>
  sql`(select ${column} from ${table} n where n.company_id = (select app.cid()) and n.id = g.value::uuid)`

const names: Record<ViewGrouping, RawBuilder<unknown>> = {
  status: sql`null`,
  priority: sql`null`,
  assignee: found(sql`app.people`),
  desk: found(sql`app.desks`),
  site: found(sql`app.business_units`),
  type: found(sql`app.request_types`),
}

const { status: statusWords, none } = words.groups

function labelOf(
  by: ViewGrouping,
  value: string | null,
  label: string | null,
  priorityNames: Record<Priority, string>,
): string {
  if (value === null) return none[by]
  // The database's checks allow these words alone.
  if (by === 'status') return statusWords[value as RequestStatus]
  return by === 'priority' ? priorityNames[value as Priority] : (label ?? '')
}

function placeOf(by: ViewGrouping, { value }: { value: string }): number {
  if (by === 'status') return Object.keys(statusWords).indexOf(value)
  if (by === 'priority') return Object.keys(usualPriorityNames).indexOf(value)
  // Whoever has nothing comes first where somebody should, and last elsewhere.
  return value === 'none' ? (by === 'assignee' ? -1 : 1) : 0
}

const byName = (one: { label: string }, other: { label: string }) => one.label.localeCompare(other.label)
