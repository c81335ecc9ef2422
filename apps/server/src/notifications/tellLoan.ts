import { newId } from '../platform/ids.ts'
import type { Work } from '../platform/jobs/reaction.ts'
import type { LoggedEvent } from '../platform/log/event.ts'
import { wants } from './preferences.ts'
import type { Preferences } from './rules.ts'
import type { LoanNews } from './words.ts'

type Loan = 'asset_reservation.made' | 'asset_reservation.moved' | 'asset_reservation.chased'
type Of = { id: string; preferences: Partial<Preferences> }
type Concerned = { borrower: Of & { name: string }; thing: string; desk: Of[] | null }

/** What of this somebody should hear, and who: whoever it is for, or the desk that lends such things. */
export function loanNews(event: Pick<LoggedEvent<Loan>, 'name' | 'data'>): LoanNews | null {
  const data: object = event.data
  if (event.name === 'asset_reservation.chased')
    return Reflect.get(data, 'whom') === 'DESK' ? 'LATE_FOR_DESK' : 'LATE'
  const state = Reflect.get(data, event.name === 'asset_reservation.made' ? 'state' : 'to')
  if (state === 'REQUESTED') return 'ASKED'
  return state === 'RESERVED' || state === 'CANCELLED' || state === 'EXPIRED' ? state : null
}
const isForDesk = (what: LoanNews) => what === 'ASKED' || what === 'LATE_FOR_DESK'

/** Tells who borrows something, or the desk that lends it, what became of it; never who did it. */
export async function tellLoan({
  tx,
  record,
  event,
}: Pick<Work, 'tx' | 'record'> & { event: LoggedEvent<Loan> }): Promise<void> {
  const what = loanNews(event)
  if (!what) return
  const [concerned] = await tx.query<Concerned>(findConcerned, [event.companyId, event.subjectId])
  if (!concerned) return
  const { borrower, thing, desk } = concerned
  const kind = isForDesk(what) ? 'loan_asked' : 'loan_moved'
  const told = (isForDesk(what) ? (desk ?? []) : [borrower]).filter(
    ({ id, preferences }) => id !== event.actorId && wants(preferences, kind, 'inApp'),
  )
  const written = await tx.query<{ id: string; personId: string }>(insert, [
    event.companyId,
    event.id,
    kind,
    isForDesk(what) ? 'lends' : 'borrows',
    event.subjectId,
    JSON.stringify({ loan: { what, thing, who: borrower.name } }),
    event.at,
    JSON.stringify(told.map(({ id }) => ({ id: newId(), person_id: id }))),
  ])
  const [first] = written
  if (!first) return
  record(
    'notification.created',
    { type: 'notification', id: first.id, people: written.map(({ personId }) => personId) },
    { kind },
  )
}

// Where no desk keeps such things, who leads any of them hears of it.
const findConcerned = `
  select jsonb_build_object('id', p.id, 'name', p.name, 'preferences', p.notification_preferences) as borrower,
    coalesce(nullif(concat_ws(' ', f.name, m.name), ''), c.name) as thing, (
      select jsonb_agg(jsonb_build_object('id', k.id, 'preferences', k.notification_preferences) order by k.id)
      from app.people k where k.company_id = r.company_id and k.state <> 'BLOCKED' and k.deleted_at is null and exists (
        select from app.desk_members d where d.company_id = k.company_id and d.person_id = k.id
          and case when c.desk_id is null then d.role = 'SUPERVISOR' else d.desk_id = c.desk_id end)) as desk
  from app.asset_reservations r
  join app.people p on p.company_id = r.company_id and p.id = r.person_id
  join app.asset_categories c on c.company_id = r.company_id and c.id = r.category_id
  left join app.asset_models m on m.company_id = r.company_id and m.id = r.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  where r.company_id = $1 and r.id = $2`

const insert = `
  insert into app.notifications (company_id, id, person_id, event_id, kind, because, reservation_id, data, created_at)
  select $1, n.id, n.person_id, $2, $3, $4, $5, $6, $7
  from jsonb_to_recordset($8::jsonb) as n(id uuid, person_id uuid)
  on conflict (company_id, person_id, event_id) do nothing
  returning id, person_id as "personId"`
