import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { worksOn } from '../../requests/queries/columns.ts'

const person = (alias: string) => `json_build_object('id', ${alias}.id, 'name', ${alias}.name,
  'department', ${alias}.department, 'site', ${alias}.site)`

/** The contract's ApprovalVote, from `v` with `voter` and `origin`. */
const voteColumn = `json_build_object('id', v.id, 'person', ${person('voter')},
  'forPerson', case when origin.id is not null then ${person('origin')} end, 'passedOn', v.passed_on,
  'state', v.state, 'comment', v.comment, 'question', v.question, 'askedAt', v.asked_at, 'dueAt', v.due_at,
  'isPaused', v.paused_at is not null, 'decidedAt', v.decided_at, 'via', v.via,
  'signedAs', v.signature ->> 'name')`

const voteSources = `app.approval_votes v
  join app.people voter on voter.company_id = v.company_id and voter.id = v.person_id
  left join app.people origin on origin.company_id = v.company_id and origin.id = v.for_person_id`

const stepsColumn = sql.raw(`(select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
    'position', s.position, 'isParallel', (s.definition ->> 'isParallel')::boolean, 'rule', s.definition -> 'rule',
    'approvers', s.definition -> 'approvers', 'status', s.status, 'reason', s.reason, 'isStuck', s.is_stuck,
    'activatedAt', s.activated_at, 'endedAt', s.ended_at, 'votes', coalesce(
      (select json_agg(${voteColumn} order by v.seat, v.asked_at, v.state in ('DELEGATED', 'EXPIRED') desc, v.id)
        from ${voteSources} where v.company_id = s.company_id and v.step_id = s.id), '[]'))
    order by s.position), '[]')
  from app.approval_steps s where s.company_id = a.company_id and s.approval_id = a.id)`)

/** What differs from the round before, each field by its label on the request's form; from `a` and `r`. */
export const changesColumn = `(select coalesce(json_agg(json_build_object('field', one.change -> 'field',
    'label', (select field ->> 'label' from app.form_versions f
      cross join jsonb_path_query(f.definition, '$.sections[*].fields[*]') field
      where f.company_id = r.company_id and f.id = r.form_version_id
        and field -> 'key' = one.change -> 'field' limit 1),
    'before', one.change -> 'before', 'after', one.change -> 'after') order by one.place), '[]')
  from jsonb_array_elements(a.changes) with ordinality one(change, place))`

const money = (amount: string, currency: string) =>
  `case when ${amount} is not null then json_build_object('amount', ${amount}::text, 'currency', ${currency}) end`

/** The contract's Approval as this person sees it, from `approvalSources`. */
export const approvalColumn = (actor: Actor): RawBuilder<unknown> => sql`(select row_to_json(one) from (select
  a.id, a.request_id as "requestId", r.reference_number as "referenceNumber", r.summary, r.status as "requestStatus",
  d.code as "deskCode", r.is_confidential as "isConfidential", ${sql.raw(person('asker'))} as requester, a.round,
  a.status, p.name as "policyName", a.policy_version as "policyVersion",
  ${sql.raw(money('a.amount', 'a.currency'))} as amount,
  ${sql.raw(`case when a.own_currency <> a.currency then ${money('a.own_amount', 'a.own_currency')} end`)} as "ownAmount",
  a.cost_center as "costCenter", a.justification, a.fingerprint, a.needs_signature as "needsSignature",
  a.started_at as "startedAt", a.ended_at as "endedAt", a.end_reason as "endReason", a.end_comment as "endComment",
  ${sql.raw(changesColumn)} as changes, ${stepsColumn} as steps,
  (select ${sql.raw(voteColumn)} from ${sql.raw(voteSources)}
    where v.company_id = a.company_id and v.approval_id = a.id and v.person_id = ${actor.id}
    order by v.state in ('PENDING', 'INFO_REQUESTED') desc, v.asked_at desc, v.id desc limit 1) as "myVote",
  array_remove(array[
    case when a.status = 'PENDING' and mine.waits then 'decide' end,
    case when a.status = 'PENDING' and mine.waits then 'delegate' end,
    case when a.status = 'PENDING' and (r.requester_id = ${actor.id} or r.created_by_id = ${actor.id} or ${worksOn(actor)})
      then 'remind' end,
    case when a.status = 'PENDING' and ${worksOn(actor)} then 'cancel' end], null) as can) one)`

/** Rounds with what `approvalColumn` reads of them; row-level security and `visibleTo` say which. */
export const approvalSources = (actor: Actor): RawBuilder<unknown> => sql`app.approvals a
  join app.requests r on r.company_id = a.company_id and r.id = a.request_id and r.deleted_at is null
  join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
  join app.people asker on asker.company_id = r.company_id and asker.id = r.requester_id
  join app.approval_policies p on p.company_id = a.company_id and p.id = a.policy_id
  cross join lateral (select exists (select from app.approval_votes w where w.company_id = a.company_id
    and w.approval_id = a.id and w.person_id = ${actor.id} and w.state = 'PENDING') as waits) mine`
