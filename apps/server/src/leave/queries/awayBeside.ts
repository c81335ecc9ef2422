import type { LeaveStanding } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { spansOf } from './calendar.ts'

type Wanted = { personId: string; startDate: string; endDate: string }
type Away = LeaveStanding['away']

/**
 * For each of these leaves, which colleagues of the same manager or department are away on some of its days, as far as
 * the reader may see them: one statement, however many leaves.
 */
export async function awayBeside(
  tx: Tx,
  actor: Actor,
  seesAll: boolean,
  wanted: readonly Wanted[],
): Promise<Away[]> {
  const rows = await tx.query<Away[number] & { place: number }>(select, [
    actor.companyId,
    actor.id,
    seesAll,
    wanted.map(({ personId }) => personId),
    wanted.map(({ startDate }) => startDate),
    wanted.map(({ endDate }) => endDate),
  ])
  const found = wanted.map((): Away => [])
  for (const { place, ...one } of rows) found[place - 1]?.push(one)
  return found
}

const select = `
  with me as (select id, manager_id from app.people where company_id = $1 and id = $2),
  team as (
    select w.place::int as place, w.since, w.until, p.id, p.name, p.id = $2 as is_me,
      $3 or p.id = $2 or p.manager_id = $2 as knows
    from unnest($4::uuid[], $5::text[], $6::text[]) with ordinality w (person_id, since, until, place)
    join app.people b on b.company_id = $1 and b.id = w.person_id
    join app.people p on p.company_id = $1 and p.id <> b.id
      and (p.manager_id = b.manager_id or p.id = b.manager_id or lower(p.department) = lower(b.department))
    cross join me
    where p.deleted_at is null and p.state = 'ACTIVE'
      and ($3 or p.id = $2 or p.manager_id = $2 or p.id = me.manager_id or p.manager_id = me.manager_id)),
  spans as (${spansOf('t.since', 't.until')})
  select t.place, t.id, t.name, s.from_date as "fromDate", s.until_date as "untilDate", s.is_asked as "isAsked"
  from team t join spans s on s.place = t.place and s.person_id = t.id
  order by t.place, not t.is_me, lower(t.name), t.id, s.from_date, s.until_date`
