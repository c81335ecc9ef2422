import { newId } from '../platform/ids.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { wants } from './preferences.ts'
import type { Preferences } from './rules.ts'

type Leader = { id: string; preferences: Partial<Preferences> }

/** Tells who leads its desk that a plan stopped, and its owner if they still may change it; admins where nobody leads. */
export async function tellPlan({
  tx,
  record,
  event,
}: Pick<Work, 'tx' | 'record'> & { event: LoggedEvent<'plan.stopped'> }): Promise<void> {
  const { companyId, subjectId, data } = event
  const leaders = await tx.query<Leader>(findLeaders, [companyId, subjectId])
  const told = leaders.filter(({ preferences }) => wants(preferences, 'plan_stopped', 'inApp'))
  const written = await tx.query<{ id: string; personId: string }>(insert, [
    companyId,
    event.id,
    subjectId,
    data.reason,
    JSON.stringify({ plan: data.name }),
    event.at,
    JSON.stringify(told.map(({ id }) => ({ id: newId(), person_id: id }))),
  ])
  const [first] = written
  if (!first) return
  record(
    'notification.created',
    { type: 'notification', id: first.id, people: written.map(({ personId }) => personId) },
    { kind: 'plan_stopped' },
  )
}

const findLeaders = `
  with plan as (
    select service_desk_id, owner_id from app.request_plans where company_id = $1 and id = $2 and deleted_at is null),
  people as (
    select p.id, p.is_admin, p.notification_preferences as preferences, p.id = plan.owner_id as is_owner,
      exists (select from app.desk_members m where m.company_id = $1 and m.person_id = p.id
        and m.desk_id = plan.service_desk_id and m.role = 'SUPERVISOR') as leads
    from app.people p, plan
    where p.company_id = $1 and p.state <> 'BLOCKED' and p.deleted_at is null)
  select id, preferences from people
  where leads or (is_admin and (is_owner or not exists (select from people where leads)))
  order by id`

const insert = `
  insert into app.notifications (company_id, id, person_id, event_id, kind, because, plan_id, body, data, created_at)
  select $1, n.id, n.person_id, $2, 'plan_stopped', 'leads', $3, $4, $5, $6
  from jsonb_to_recordset($7::jsonb) as n(id uuid, person_id uuid)
  on conflict (company_id, person_id, event_id) do nothing
  returning id, person_id as "personId"`
