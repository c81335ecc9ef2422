import { newId } from '../platform/ids.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { wants } from './preferences.ts'
import type { Kind, Preferences } from './rules.ts'

/** How much of what was said is shown in the inbox. */
const shown = 280

type Inside = Pick<Work, 'tx' | 'record'>
type Someone = { id: string; preferences: Partial<Preferences> }
type Keeper = Someone & { desk: string; isKeeper: boolean; isLast: boolean }
type News = {
  kind: Extract<Kind, 'thing_missing' | 'thing_found'>
  because: 'leads' | 'desk'
  people: readonly Someone[]
  assetId: string | null
  text: string | null
  data: Record<string, unknown>
}

/** Tells who leads finance that something is lost or stolen; admins where nobody does. The desk has a request of it. */
export async function tellMissing({
  tx,
  record,
  event,
}: Inside & { event: LoggedEvent<'asset.moved'> }): Promise<void> {
  const { to, subStatus, details } = event.data
  const isLost = subStatus === 'LOST' || subStatus === 'STOLEN'
  if (to !== 'MISSING' || !isLost || details['undone'] === true) return
  const people = (await tx.query<Someone>(findFinance, [event.companyId])).filter(isWanted('thing_missing'))
  const report = details['report']
  await tell(
    { tx, record, event },
    {
      kind: 'thing_missing',
      because: 'leads',
      people,
      assetId: event.subjectId,
      text: typeof report === 'string' ? report.slice(0, shown) : null,
      data: { thing: event.subjectRef, isStolen: subStatus === 'STOLEN' },
    },
  )
}

/** Tells the desk that keeps it that somebody found it, with all that they say: it stands nowhere else. Admins where nobody works there. */
export async function tellFound({
  tx,
  record,
  event,
}: Inside & { event: LoggedEvent<'found_report.left'> }): Promise<void> {
  const people = await tx.query<Keeper>(findKeepers, [event.companyId, event.data.assetId])
  const { assetId, note, contact } = event.data
  const text = [note, contact].filter(Boolean).join(' · ')
  await tell(
    { tx, record, event },
    {
      kind: 'thing_found',
      because: 'desk',
      people: heardBy(people),
      assetId,
      text: text === '' ? null : text,
      data: { thing: event.subjectRef, desk: people[0]?.desk },
    },
  )
}

const isWanted =
  (kind: News['kind']) =>
  ({ preferences }: Someone) =>
    wants(preferences, kind, 'inApp')

/** Keepers who want to hear of it. Where none does, those who lead the desk hear of it anyhow, and admins: it stands nowhere else. */
function heardBy(people: readonly Keeper[]): readonly Someone[] {
  const told = people.filter(({ isKeeper }) => isKeeper).filter(isWanted('thing_found'))
  return told.length > 0 ? told : people.filter(({ isLast }) => isLast)
}

async function tell(
  { tx, record, event }: Inside & { event: LoggedEvent },
  { kind, because, people, assetId, text, data }: News,
): Promise<void> {
  const written = await tx.query<{ id: string; personId: string }>(insert, [
    event.companyId,
    event.id,
    kind,
    because,
    assetId,
    event.actorName,
    text,
    JSON.stringify(data),
    event.at,
    JSON.stringify(
      people.filter(({ id }) => id !== event.actorId).map(({ id }) => ({ id: newId(), person_id: id })),
    ),
  ])
  const [first] = written
  if (!first) return
  record(
    'notification.created',
    { type: 'notification', id: first.id, people: written.map(({ personId }) => personId) },
    { kind },
  )
}

const someone = 'p.id, p.notification_preferences as preferences'
const isHere = `p.company_id = $1 and p.state <> 'BLOCKED' and p.deleted_at is null`

const findFinance = `
  with leads as (
    select m.person_id as id from app.desk_members m
    join app.desks d on d.company_id = m.company_id and d.id = m.desk_id and d.code = 'FINANCE' and d.is_active
    where m.company_id = $1 and m.role = 'SUPERVISOR')
  select ${someone} from app.people p
  where ${isHere} and (p.id in (select id from leads) or (p.is_admin and not exists (select from leads)))
  order by p.id`

// As `deskFor` of the acceptances: the desk of its kind, else the first there is.
const findKeepers = `
  with desk as (
    select d.id, d.name from app.desks d
    where d.company_id = $1 and d.is_active
    order by coalesce(d.id = (select c.desk_id from app.assets a
      join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
      where a.company_id = $1 and a.id = $2), false) desc, d.code = 'IT' desc, d.display_order limit 1)
  select ${someone}, desk.name as desk, m.person_id is not null
      or (p.is_admin and not exists (select from app.desk_members o where o.company_id = $1 and o.desk_id = desk.id)) as "isKeeper",
    p.is_admin or coalesce(m.role = 'SUPERVISOR', false) as "isLast"
  from desk cross join app.people p
  left join app.desk_members m on m.company_id = $1 and m.desk_id = desk.id and m.person_id = p.id
  where ${isHere} and (m.person_id is not null or p.is_admin)
  order by p.id`

const insert = `
  insert into app.notifications (company_id, id, person_id, event_id, kind, because, asset_id, actor_name, body, data, created_at)
  select $1, n.id, n.person_id, $2, $3, $4, $5, $6, $7, $8, $9
  from jsonb_to_recordset($10::jsonb) as n(id uuid, person_id uuid)
  on conflict (company_id, person_id, event_id) do nothing
  returning id, person_id as "personId"`
