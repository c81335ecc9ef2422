import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'

/** `isStaff` of rules.ts in SQL, for the row `r`. */
export const worksOn = (actor: Actor): RawBuilder<SqlBool> => atDesks(actor, [...actor.desks.keys()])

/** `isSupervisor` of rules.ts in SQL, for the row `r`. */
export const supervises = (actor: Actor): RawBuilder<SqlBool> =>
  atDesks(
    actor,
    [...actor.desks.keys()].filter((id) => actor.desks.get(id) === 'SUPERVISOR'),
  )

/** Only what applies to this person is said: the planner takes an empty list for a long one. */
function atDesks(actor: Actor, ids: string[]): RawBuilder<SqlBool> {
  const parts = [
    ...(ids.length > 0 ? [sql`r.service_desk_id = any (${ids}::uuid[])`] : []),
    ...(actor.isAdmin ? [sql`not r.is_confidential`] : []),
  ]
  return parts.length > 0 ? sql`(${sql.join(parts, sql` or `)})` : sql`false`
}

/** Whether the reader of `r` may read its entry `c`: no notes, and nothing that is for another requester alone. */
export const mayRead = (actor: Actor): RawBuilder<SqlBool> => sql`((not c.is_internal
  and (c.private_to_id is null or c.private_to_id = ${actor.id})) or ${worksOn(actor)})`

/** Others wrote something that the reader of `r` may see since they last opened it. */
export const isUnread = (actor: Actor): RawBuilder<SqlBool> => sql`exists (
  select from app.request_activities c
  left join app.request_reads seen on seen.company_id = c.company_id and seen.person_id = ${actor.id}
    and seen.request_id = c.request_id
  where c.company_id = r.company_id and c.request_id = r.id and c.author_id is distinct from ${actor.id}
    and (seen.read_at is null or c.created_at > seen.read_at) and ${mayRead(actor)})`

/** A PersonRef of the contract, from the people in this alias. */
export const personColumn = (alias: 'asker' | 'worker' | 'maker' | 'listed' | 'proposer' | 'decider') =>
  sql.raw(`json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'department', ${alias}.department,
    'site', ${alias}.site)`)

/** Who has to approve `r` now, and since when. */
const awaits = sql`case when r.review_kind = 'APPROVAL' then coalesce(
  (select json_agg(json_build_object('name', approver.name, 'since', v.asked_at) order by v.asked_at, approver.name)
    from app.approval_votes v
    join app.people approver on approver.company_id = v.company_id and approver.id = v.person_id
    where v.company_id = r.company_id and v.request_id = r.id and v.state = 'PENDING'), '[]'::json)
  else '[]'::json end`

/** The company's words for the state of a request, from its kind; a withdrawn one has none. */
export function stateWord(alias = 'r') {
  const r = sql.ref(alias)
  return sql`case when ${r}.resolution_code is distinct from 'WITHDRAWN' then (
    select said.state_words ->> (case when ${r}.closed_at is null then ${r}.status else 'CLOSED' end)
    from app.request_types said where said.company_id = ${r}.company_id and said.id = ${r}.request_type_id) end`
}

/** The columns of the contract's RequestRow, from `app.requests r` with `rowSources`. */
export const rowColumns = (actor: Actor) => sql`
  r.id, r.reference_number as "referenceNumber", r.service_desk_id as "serviceDeskId", d.code as "deskCode",
  r.request_type_id as "requestTypeId", r.requester_id as "requesterId", ${personColumn('asker')} as requester,
  (asker.is_vip and ${worksOn(actor)}) as "requesterIsVip",
  case when ${worksOn(actor)} then r.open_mandatory_tasks else '{}' end as "openTasks",
  r.summary, r.priority, r.status, ${stateWord()} as "stateWord", r.assigned_to_id as "assignedToId",
  case when worker.id is not null then ${personColumn('worker')} end as assignee,
  team.name as "assignedTeam", r.assigned_team_id as "assignedTeamId",
  r.is_confidential as "isConfidential", r.tags, r.wait_reason as "waitReason", r.wait_until as "waitUntil",
  case when r.wait_for_id is not null then (select w.reference_number from app.requests w
    where w.company_id = r.company_id and w.id = r.wait_for_id and not w.is_confidential) end as "waitFor",
  r.sla_due_at as "slaDueAt", r.sla -> 'ring' as sla, r.first_response_at as "firstResponseAt", r.resolved_at as "resolvedAt",
  r.resolution_code as "resolutionCode", r.closed_at as "closedAt", r.created_at as "createdAt",
  r.created_by_id as "createdById", r.updated_at as "updatedAt", r.updated_by_id as "updatedById",
  r.deleted_at as "deletedAt", r.version,
  coalesce(
    (select left(c.message, 200) from app.request_activities c
      where c.company_id = r.company_id and c.request_id = r.id and c.activity_type = 'COMMENT'
        and c.withdrawn_at is null and ${mayRead(actor)}
        and (c.author_id is distinct from r.requester_id or r.requester_id <> ${actor.id})
      order by c.created_at desc, c.id desc limit 1),
    case when r.requester_id <> ${actor.id} then left(r.description, 200) end) as snippet,
  ${awaits} as awaits, ${isUnread(actor)} as "isUnread",
  case when r.snoozed_at is not null and sleep.request_id is not null then json_build_object('untilAt', sleep.until_at,
    'untilReply', sleep.until_reply, 'untilRequest', awaited.reference_number, 'byName', sleep.snoozed_by_name,
    'at', sleep.snoozed_at) end as snooze,
  case when r.woke_at > r.updated_at and sleep.woke_at is not null then json_build_object('at', sleep.woke_at,
    'because', sleep.woke_because, 'untilRequest', awaited.reference_number) end as woke`

/** The tables beside `app.requests r` that `rowColumns` reads. */
export const rowSources = sql`
  join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
  join app.people asker on asker.company_id = r.company_id and asker.id = r.requester_id
  left join app.people worker on worker.company_id = r.company_id and worker.id = r.assigned_to_id
  left join app.teams team on team.company_id = r.company_id and team.id = r.assigned_team_id
  left join app.request_snoozes sleep on sleep.company_id = r.company_id and sleep.request_id = r.id
    and (r.snoozed_at is not null or r.woke_at > r.updated_at)
  left join app.requests awaited on awaited.company_id = sleep.company_id and awaited.id = sleep.until_request_id`
