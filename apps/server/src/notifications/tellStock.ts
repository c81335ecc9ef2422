import { newId } from '../platform/ids.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { wants } from './preferences.ts'
import type { Preferences } from './rules.ts'

/** Tells admins that the nightly recount of stock found something else than what is kept. */
export async function tellStock({
  tx,
  record,
  event,
}: Pick<Work, 'tx' | 'record'> & { event: LoggedEvent<'stock.drifted'> }): Promise<void> {
  const { companyId, data } = event
  const admins = await tx.query<{ id: string; preferences: Partial<Preferences> }>(
    `select p.id, p.notification_preferences as preferences from app.people p
     where p.company_id = $1 and p.is_admin and p.state <> 'BLOCKED' and p.deleted_at is null order by p.id`,
    [companyId],
  )
  const told = admins.filter(({ preferences }) => wants(preferences, 'stock_drifted', 'inApp'))
  const written = await tx.query<{ id: string; personId: string }>(insert, [
    companyId,
    event.id,
    `${data.items.join(', ')}. “deskhand verify stock” says in what.`,
    event.at,
    JSON.stringify(told.map(({ id }) => ({ id: newId(), person_id: id }))),
  ])
  const [first] = written
  if (!first) return
  record(
    'notification.created',
    { type: 'notification', id: first.id, people: written.map(({ personId }) => personId) },
    { kind: 'stock_drifted' },
  )
}

const insert = `
  insert into app.notifications (company_id, id, person_id, event_id, kind, because, body, created_at)
  select $1, n.id, n.person_id, $2, 'stock_drifted', 'leads', $3, $4
  from jsonb_to_recordset($5::jsonb) as n(id uuid, person_id uuid)
  on conflict (company_id, person_id, event_id) do nothing
  returning id, person_id as "personId"`
