import { type ReplyOf, support } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { dayIn } from '../../platform/clock/workingTime.ts'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'

type Reply = ReplyOf<typeof support.assignments>

/** Who has how much, at the desks that the caller leads. */
export const assignments = handle(support.assignments, async ({ tx, actor, platform }) => {
  const now = clock.now()
  const today = dayIn((await deskFacts(platform, tx)).zone, now)
  const led = [...actor.desks].filter(([, role]) => role === 'SUPERVISOR').map(([id]) => id)
  const [row] = await tx.query<{ text: string }>(readLoads, [
    actor.companyId,
    actor.isAdmin,
    led,
    now,
    today.until,
  ])
  return new Json<Reply>(`{"data":${row?.text ?? '[]'}}`)
})

/** Open requests of one desk by who has them; the queue's index holds them all. */
export const loads = `
  select r.service_desk_id, r.assigned_to_id,
    count(*) filter (where r.status not in ('WAITING', 'ACTION_REQUIRED') and r.snoozed_at is null) as in_hand,
    count(*) filter (where r.status not in ('WAITING', 'ACTION_REQUIRED') and r.snoozed_at is null and r.sla_due_at < $4) as overdue,
    count(*) filter (where r.status not in ('WAITING', 'ACTION_REQUIRED') and r.snoozed_at is null and r.sla_due_at >= $4
      and r.sla_due_at < $5) as due_today,
    count(*) filter (where r.status in ('WAITING', 'ACTION_REQUIRED') or r.snoozed_at is not null) as waiting
  from app.requests r
  where r.company_id = $1 and r.deleted_at is null and r.closed_at is null and r.status not in ('RESOLVED', 'REJECTED')
    and r.service_desk_id in (select id from led)
  group by r.service_desk_id, r.assigned_to_id`

const readLoads = `
  with led as (
    select d.id, d.code, d.name, d.display_order from app.desks d
    where d.company_id = $1 and d.is_active and ($2 or d.id = any ($3::uuid[]))),
  loads as (${loads}),
  people as (
    select m.desk_id, json_agg(json_build_object('id', p.id, 'name', p.name, 'role', m.role,
        'inHand', coalesce(l.in_hand, 0), 'overdue', coalesce(l.overdue, 0), 'dueToday', coalesce(l.due_today, 0),
        'waiting', coalesce(l.waiting, 0)) order by coalesce(l.in_hand, 0) desc, p.name, p.id) as json
    from app.desk_members m
    join app.people p on p.company_id = m.company_id and p.id = m.person_id and p.state = 'ACTIVE' and p.deleted_at is null
    left join loads l on l.service_desk_id = m.desk_id and l.assigned_to_id = m.person_id
    where m.company_id = $1 and m.desk_id in (select id from led)
    group by m.desk_id)
  select coalesce(json_agg(json_build_object('serviceDeskId', d.id, 'code', d.code, 'name', d.name,
    'unassigned', coalesce((select l.in_hand from loads l where l.service_desk_id = d.id and l.assigned_to_id is null), 0),
    'people', coalesce(people.json, '[]')) order by d.display_order, d.code), '[]')::text as text
  from led d left join people on people.desk_id = d.id`
