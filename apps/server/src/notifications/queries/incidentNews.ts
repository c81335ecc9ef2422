import type { Tx } from '../../platform/db/transaction.ts'
import type { LoggedEvent } from '../../platform/log/event.ts'
import { wants } from '../preferences.ts'
import type { Channel, Preferences } from '../rules.ts'

export type IncidentEvent = LoggedEvent<'incident.updated' | 'incident.ended'>
export type IncidentNews = { title: string; text: string | null; people: { id: string; email: string }[] }

type Row = {
  title: string
  text: string | null
  id: string
  email: string
  preferences: Partial<Preferences>
}

/** What happened to an incident, and who of those that have it too is told of it in this way; not who did it. */
export async function readIncidentNews(
  tx: Tx,
  event: IncidentEvent,
  channel: Channel,
): Promise<IncidentNews | null> {
  const updateId = 'updateId' in event.data ? String(event.data.updateId) : null
  const rows = await tx.query<Row>(find, [event.companyId, event.subjectId, updateId, event.actorId])
  const [first] = rows
  if (!first) return null
  const people = rows
    .filter(({ preferences }) => wants(preferences, 'incident_updated', channel))
    .map(({ id, email }) => ({ id, email }))
  return people.length > 0 ? { title: first.title, text: first.text, people } : null
}

const find = `
  select i.title, u.message as text, p.id, p.email, p.notification_preferences as preferences
  from app.incidents i
  join app.incident_affected a on a.company_id = i.company_id and a.incident_id = i.id
  join app.people p on p.company_id = a.company_id and p.id = a.person_id and p.state <> 'BLOCKED'
    and p.deleted_at is null and p.id is distinct from $4
  left join app.incident_updates u on u.company_id = i.company_id and u.incident_id = i.id and u.id = $3
  where i.company_id = $1 and i.id = $2 and ($3::uuid is null or u.id is not null)
  order by p.id`
