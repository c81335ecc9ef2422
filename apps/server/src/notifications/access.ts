import type { Tx } from '../platform/db/transaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { wants } from './preferences.ts'
import {
  type Because,
  type Channel,
  type Concerned,
  type Kind,
  type Preferences,
  type Said,
  type ToldEvent,
  tellsActor,
  toldFollowers,
  toldOf,
} from './rules.ts'

/** What happened, with the request as it is now and the words that came with it. */
export type News = {
  event: LoggedEvent<ToldEvent>
  said: Said
  request: Concerned & {
    id: string
    referenceNumber: string
    summary: string
    isConfidential: boolean
    requesterName: string
    deskName: string
    promise: string | null
    /** What the company calls the states of its kind, for whoever asked. */
    stateWords: Partial<Record<string, string>>
    /** Until when who asked can contest its rejection, on the company's clock; null where they cannot. */
    appealUntil: string | null
    /** The same of opening a closed one again. */
    reopenUntil: string | null
  }
  /** The reply, the note, or what was said with the move. */
  text: string | null
}

const saysWhy: ReadonlySet<ToldEvent> = new Set(['approval.stuck', 'rule.refused', 'rule.stopped'])

export type Recipient = { id: string; email: string; firstName: string; kind: Kind; because: Because }

const messages: ReadonlySet<ToldEvent> = new Set(['request.replied', 'request.reply_landed', 'request.noted'])

/** What happened to a request that is still there; null when it lies in the trash by now. */
export async function readNews(tx: Tx, event: LoggedEvent<ToldEvent>): Promise<News | null> {
  const said: Said = event.data
  const { activityId, details } = said
  const [row] = await tx.query<News['request'] & { message: string | null }>(findRequest, [
    event.companyId,
    event.subjectId,
    activityId ?? null,
  ])
  if (!row) return null
  const { message, ...request } = row
  const isMessage = messages.has(event.name)
  const ofApproval = said.comment ?? (saysWhy.has(event.name) ? said.reason : said.message)
  const spoken = details?.['question'] ?? details?.['resolutionText'] ?? details?.['reason'] ?? ofApproval
  const text = isMessage
    ? message
    : event.name === 'task.given' || event.name === 'task.due'
      ? (said.name ?? null)
      : typeof spoken === 'string'
        ? spoken
        : null
  return { event, said, request, text }
}

/**
 * Who is told of it in this way: by the rules, without who did it, without who may not see the request (or,
 * of a note, does not work on it), and as each of them wants it.
 */
export async function whoIsTold(
  tx: Tx,
  { event, said, request }: News,
  channel: Channel,
): Promise<Recipient[]> {
  const { companyId, name, actorId, audience } = event
  const { people, group } = toldOf({ name, actorId, data: said }, request)
  const told = people
    .filter((one) => one.personId !== actorId || tellsActor(one))
    .map(({ personId, kind, because }, place) => ({ person_id: personId, kind, because, place }))
  const rows = await tx.query<Recipient & { preferences: Partial<Preferences> }>(findPeople, [
    companyId,
    request.id,
    JSON.stringify(told),
    group?.kind ?? null,
    group?.of === 'desk' ? group.id : null,
    group?.of === 'team' ? group.id : null,
    actorId,
    // Whom a rule names is told of it wherever they may see the request.
    audience === 'staff' && name !== 'rule.notified',
    toldFollowers[name] ?? null,
    said.mentions?.teams ?? [],
    group?.of === 'leads' ? group.id : null,
    group?.of === 'supervisors' ? group.id : null,
    group?.except ?? [],
  ])
  return rows
    .filter(({ preferences, kind }) => wants(preferences, kind, channel))
    .map(({ preferences: _, ...recipient }) => recipient)
}

/** `Friday, 4 December, 10:30` on the company's clock. */
const inWords = (at: string) => `to_char((${at}) at time zone c.zone, 'FMDay, FMDD FMMonth, HH24:MI')`

const findRequest = `
  select r.id, r.reference_number as "referenceNumber", r.summary, r.is_confidential as "isConfidential",
    r.requester_id as "requesterId", r.created_by_id as "createdById", r.assigned_to_id as "assignedToId",
    r.assigned_team_id as "assignedTeamId", r.service_desk_id as "serviceDeskId", asker.name as "requesterName",
    d.name as "deskName", coalesce(kind.promise, d.promise) as promise, a.message,
    coalesce(kind.state_words, '{}') as "stateWords",
    case when r.status = 'REJECTED' and r.closed_at is null and r.appeal_count = 0 and d.appeal_days > 0
      then ${inWords("r.status_changed_at + d.appeal_days * interval '24 hours'")} end as "appealUntil",
    case when r.status = 'RESOLVED' and r.merged_into_id is null and d.reopen_days > 0
      then ${inWords("r.closed_at + d.reopen_days * interval '24 hours'")} end as "reopenUntil"
  from app.requests r
  join app.companies c on c.company_id = r.company_id
  join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
  join app.people asker on asker.company_id = r.company_id and asker.id = r.requester_id
  left join app.request_types kind on kind.company_id = r.company_id and kind.id = r.request_type_id
  left join app.request_activities a on a.company_id = r.company_id and a.id = $3
    and r.id in (a.request_id, a.via_request_id) and a.withdrawn_at is null
  where r.company_id = $1 and r.id = $2 and r.deleted_at is null`

const isMember = `exists (select from app.desk_members m
  where m.company_id = r.company_id and m.desk_id = r.service_desk_id and m.person_id = p.id
    and (p.is_admin or app_priv.is_in_scope(r.company_id, p.id, r.service_desk_id, r.site_id)))`

/**
 * Whether the person \`p\` may see the request \`r\`: the requests' door and their policy on confidential ones
 * in one condition, because the worker acts for nobody.
 */
const maySee = `case when r.is_confidential
  then r.requester_id = p.id or (r.access_includes_desk and ${isMember})
    or exists (select from app.request_access l
      where l.company_id = r.company_id and l.request_id = r.id and l.person_id = p.id)
    or exists (select from app.request_approvers v
      where v.company_id = r.company_id and v.request_id = r.id and v.person_id = p.id and v.is_deciding)
  else p.is_admin or p.id in (r.requester_id, r.created_by_id) or ${isMember}
    or exists (select from app.participants w
      where w.company_id = r.company_id and w.request_id = r.id and w.person_id = p.id)
    or exists (select from app.request_approvers v
      where v.company_id = r.company_id and v.request_id = r.id and v.person_id = p.id) end`

const worksOn = `(${isMember} or (p.is_admin and not r.is_confidential))`

const findPeople = `
  with told as (
    select person_id, kind, because, place
      from jsonb_to_recordset($3::jsonb) as t(person_id uuid, kind text, because text, place int)
    union all
    select m.person_id, $4, 'desk', 100 from app.desk_members m
      where m.company_id = $1 and m.desk_id = $5 and m.person_id is distinct from $7
    union all
    select m.person_id, $4, 'desk', 100 from app.desk_members m
      where m.company_id = $1 and m.desk_id = $12 and m.role = 'SUPERVISOR'
    union all
    select m.person_id, $4, 'team', 100 from app.team_members m
      where m.company_id = $1 and m.team_id = $6 and m.person_id is distinct from $7
    union all
    select m.person_id, 'request_mentioned', 'mentioned_team', 50 from app.team_members m
      where m.company_id = $1 and m.team_id = any ($10::uuid[]) and m.person_id is distinct from $7
    union all
    select w.person_id, $9, 'follows', 90 from app.participants w
      where w.company_id = $1 and w.request_id = $2 and w.person_id is not null and $9::text is not null
        and w.person_id is distinct from $7
    union all
    select m.person_id, $4, 'leads', 100 from app.desk_members m
      where m.company_id = $1 and m.desk_id = $11 and m.role = 'SUPERVISOR'
    union all
    select a.id, $4, 'leads', 101 from app.people a join app.requests o on o.company_id = $1 and o.id = $2
      -- No rank leads where something confidential lies.
      where a.company_id = $1 and $11::uuid is not null and a.is_admin and not o.is_confidential)
  select distinct on (p.id) p.id, p.email, p.first_name as "firstName", told.kind, told.because,
    p.notification_preferences as preferences
  from told
  join app.people p on p.company_id = $1 and p.id = told.person_id and p.state <> 'BLOCKED' and p.deleted_at is null
  join app.requests r on r.company_id = $1 and r.id = $2 and r.deleted_at is null
  where ${maySee} and (not $8 or ${worksOn}) and (told.because <> 'leads' or p.id <> all ($13::uuid[]))
  order by p.id, told.place`
