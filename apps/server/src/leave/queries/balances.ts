import { leave } from '@deskhand/contract'
import { todayIn } from '../../absences/access.ts'
import { calendarFacts } from '../../calendars/access.ts'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { leaveKind, leaveTypes, selectAllowances } from '../access.ts'
import { type Allowance, balancesOf, type Leave } from '../rules.ts'

/** Counted by the calendar of the person's own site, as a leave is. */
export const balances = handle(leave.balances, async ({ tx, platform, actor, query }) => {
  const inside = { tx, platform }
  const [kind, { zone }] = await Promise.all([leaveKind(inside), deskFacts(platform, tx)])
  const today = todayIn(zone, clock.now())
  const year = query.year ?? Number(today.slice(0, 4))
  const [types, calendars, [me], leaves, allowances] = await Promise.all([
    leaveTypes(inside, kind),
    calendarFacts(tx, platform),
    tx.query<{ site: string | null }>('select site from app.people where company_id = $1 and id = $2', [
      actor.companyId,
      actor.id,
    ]),
    tx.query<Leave>(
      `select leave_type as "leaveType", from_date as "fromDate", until_date as "untilDate", state from app.leaves
       where company_id = $1 and person_id = $2 and from_date <= $4 and until_date >= $3`,
      [actor.companyId, actor.id, `${year}-01-01`, `${year}-12-31`],
    ),
    tx.query<Allowance>(
      `${selectAllowances} where a.company_id = $1 and (a.person_id is null or a.person_id = $2)`,
      [actor.companyId, actor.id],
    ),
  ])
  const calendar = calendars.ofSite(me?.site ?? null).hours
  return { year, data: balancesOf(types, leaves, allowances, { calendar, year, today }) }
})
