import { alertKinds, roles } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { wants } from './preferences.ts'
import type { Preferences } from './rules.ts'

/**
 * Tells once of all that was found of a kind: who leads the desks that look after it, else whoever runs the company.
 * Whoever set the rule that made Deskhand look sees what came of it already.
 */
export async function tellAlerts({
  tx,
  record,
  event,
}: Pick<Work, 'tx' | 'record'> & { event: LoggedEvent<'alerts.opened'> }): Promise<void> {
  const { companyId, data } = event
  const { label, may } = alertKinds[data.kind]
  const forLeads = roles.supervisor.permissions.includes(may)
  const people = await tx.query<{ id: string; preferences: Partial<Preferences> }>(findPeople, [
    companyId,
    data.deskIds,
    event.actorId,
    forLeads,
    data.kind,
    event.at,
  ])
  const told = people.filter(({ preferences }) => wants(preferences, 'alerts_opened', 'inApp'))
  const written = await tx.query<{ id: string; personId: string }>(insert, [
    companyId,
    event.id,
    data.kind,
    [...data.refs, ...(data.count > data.refs.length ? ['…'] : [])].join(', '),
    JSON.stringify({ alerts: { label, count: data.count } }),
    event.at,
    JSON.stringify(told.map(({ id }) => ({ id: newId(), person_id: id }))),
  ])
  const [first] = written
  if (!first) return
  record(
    'notification.created',
    { type: 'notification', id: first.id, people: written.map(({ personId }) => personId) },
    { kind: 'alerts_opened' },
  )
}

/** Once a day and kind, however often Deskhand looks. */
const findPeople = `
  with leads as (
    select distinct m.person_id as id from app.desk_members m
    where m.company_id = $1 and m.role = 'SUPERVISOR' and m.desk_id = any ($2::uuid[]) and $4)
  select p.id, p.notification_preferences as preferences from app.people p
  where p.company_id = $1 and p.state <> 'BLOCKED' and p.deleted_at is null and p.id is distinct from $3
    and (p.id in (select id from leads) or (p.is_admin and not exists (select from leads)))
    and not exists (select from app.notifications n where n.company_id = $1 and n.person_id = p.id
      and n.alert_kind = $5 and n.created_at > $6::timestamptz - interval '20 hours')
  order by p.id`

const insert = `
  insert into app.notifications (company_id, id, person_id, event_id, kind, because, alert_kind, body, data, created_at)
  select $1, n.id, n.person_id, $2, 'alerts_opened', 'leads', $3, $4, $5, $6
  from jsonb_to_recordset($7::jsonb) as n(id uuid, person_id uuid)
  on conflict (company_id, person_id, event_id) do nothing
  returning id, person_id as "personId"`
