import { newId } from '../platform/ids.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import { type IncidentEvent, readIncidentNews } from './queries/incidentNews.ts'

/** Tells all who have a major incident too, in their inbox, once each. */
export async function tellIncident({
  tx,
  record,
  event,
}: Pick<Work, 'tx' | 'record'> & { event: IncidentEvent }): Promise<void> {
  const news = await readIncidentNews(tx, event, 'inApp')
  if (!news) return
  const written = await tx.query<{ id: string; personId: string }>(insert, [
    event.companyId,
    event.id,
    event.subjectId,
    event.actorName,
    news.text?.slice(0, 280) ?? null,
    JSON.stringify({ incident: news.title, isOver: event.name === 'incident.ended' }),
    event.at,
    JSON.stringify(news.people.map(({ id }) => ({ id: newId(), person_id: id }))),
  ])
  const [first] = written
  if (!first) return
  record(
    'notification.created',
    { type: 'notification', id: first.id, people: written.map(({ personId }) => personId) },
    { kind: 'incident_updated' },
  )
}

const insert = `
  insert into app.notifications (company_id, id, person_id, event_id, kind, because, incident_id, actor_name, body,
    data, created_at)
  select $1, n.id, n.person_id, $2, 'incident_updated', 'affected', $3, $4, $5, $6, $7
  from jsonb_to_recordset($8::jsonb) as n(id uuid, person_id uuid)
  on conflict (company_id, person_id, event_id) do nothing
  returning id, person_id as "personId"`
