import { type CalendarFact, calendarFacts } from '../../calendars/access.ts'
import { spansBetween } from '../../platform/clock/businessTime.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Candidate } from '../rules.ts'

/** In hand: waiting for somebody to do something, as the loads of the desk count it. */
const inHand = `r.deleted_at is null and r.closed_at is null
  and r.status not in ('RESOLVED', 'REJECTED', 'WAITING', 'ACTION_REQUIRED') and r.snoozed_at is null`

export const isAwayNow = `exists (select from app.away a join app.companies c on c.company_id = a.company_id
  where a.company_id = m.company_id and a.person_id = m.person_id
    and ($3::timestamptz at time zone c.zone)::date::text between a.from_date and a.until_date)`

export const loadOf = `(select count(*)::int from app.requests r
  where r.company_id = m.company_id and r.service_desk_id = m.desk_id and r.assigned_to_id = m.person_id and ${inHand})`

/** Who of a desk, or of a team of it, could be given a request from this site now. */
export async function candidatesOf(
  tx: Tx,
  {
    deskId,
    teamId,
    siteId,
    now,
  }: { deskId: string; teamId: string | null; siteId: string | null; now: Date },
): Promise<Candidate[]> {
  const rows = await tx.query<Candidate & { site: string | null; isAway: boolean }>(
    `select p.id, p.name, p.site, coalesce(said.state = 'AWAY', false) as "isAway", coalesce(g.skills, '{}') as skills, g.capacity, ${loadOf} as load, g.given_at as "givenAt"
     from app.desk_members m
     join app.people p on p.company_id = m.company_id and p.id = m.person_id and p.state = 'ACTIVE' and p.deleted_at is null
     left join app.availability said on said.company_id = m.company_id and said.person_id = m.person_id
     left join app.assignees g on g.company_id = m.company_id and g.person_id = m.person_id and g.desk_id = m.desk_id
     where m.company_id = $1 and m.desk_id = $2 and coalesce(g.takes_work, m.role = 'TECHNICIAN') and not ${isAwayNow}
       and app_priv.is_in_scope($1, m.person_id, $2, $4)
       and ($5::uuid is null or exists (select from app.team_members t
         where t.company_id = $1 and t.team_id = $5 and t.person_id = m.person_id))`,
    [tx.whose.companyId, deskId, now, siteId, teamId],
  )
  const { ofSite } = await calendarFacts(tx)
  const isOpen = ({ hours }: CalendarFact) => spansBetween(hours, now.getTime(), now.getTime() + 1).length > 0
  return rows.map(({ site, isAway, ...one }) => ({ ...one, isOnShift: !isAway && isOpen(ofSite(site)) }))
}
