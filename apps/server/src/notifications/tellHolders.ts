import { newId } from '../platform/ids.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { wants } from './preferences.ts'
import type { Preferences } from './rules.ts'

type Holder = {
  id: string
  preferences: Partial<Preferences>
  assetId: string
  thing: string
  count: number
}

/** Asks whoever has what was not found whether they have it; where they answer, it stands under their things. */
export async function tellHolders({
  tx,
  record,
  event,
}: Pick<Work, 'tx' | 'record'> & { event: LoggedEvent<'stock_take.holders_asked'> }): Promise<void> {
  const holders = await tx.query<Holder>(find, [event.companyId, event.subjectId])
  const told = holders.filter(
    ({ id, preferences }) => id !== event.actorId && wants(preferences, 'thing_asked', 'inApp'),
  )
  const written = await tx.query<{ id: string; personId: string }>(insert, [
    event.companyId,
    event.id,
    event.actorName,
    event.at,
    JSON.stringify(
      told.map(({ id, assetId, thing, count }) => ({
        id: newId(),
        person_id: id,
        asset_id: assetId,
        data: { thing, more: count - 1 },
      })),
    ),
  ])
  const [first] = written
  if (!first) return
  record(
    'notification.created',
    { type: 'notification', id: first.id, people: written.map(({ personId }) => personId) },
    { kind: 'thing_asked' },
  )
}

const find = `
  select p.id, p.notification_preferences as preferences, count(*)::int as count,
    (array_agg(a.id order by a.asset_tag))[1] as "assetId", min(a.asset_tag) as thing
  from app.stock_take_items i
  join app.assets a on a.company_id = i.company_id and a.id = i.asset_id and a.deleted_at is null
    and a.person_id = i.expected_person_id
  join app.people p on p.company_id = i.company_id and p.id = a.person_id and p.state <> 'BLOCKED'
    and p.deleted_at is null
  where i.company_id = $1 and i.stock_take_id = $2 and i.is_asked
  group by p.id, p.notification_preferences order by p.id`

const insert = `
  insert into app.notifications (company_id, id, person_id, event_id, kind, because, asset_id, actor_name, data, created_at)
  select $1, n.id, n.person_id, $2, 'thing_asked', 'has', n.asset_id, $3, n.data, $4
  from jsonb_to_recordset($5::jsonb) as n(id uuid, person_id uuid, asset_id uuid, data jsonb)
  on conflict (company_id, person_id, event_id) do nothing
  returning id, person_id as "personId"`
