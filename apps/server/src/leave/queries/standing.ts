import { isDayText, type LeaveStanding, longestLeave } from '@deskhand/contract'
import { calendarFacts } from '../../calendars/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { workdaysIn } from '../../platform/clock/businessTime.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { isHr, leaveKind, leaveTypes, selectAllowances } from '../access.ts'
import { type Allowance, type Leave, warningsOf, yearsOf } from '../rules.ts'
import { readAway } from './calendar.ts'

type Inside = { tx: Tx; platform: Platform }
type Wanted = {
  personId: string
  leaveType: string
  startDate: string
  endDate: string
  /** The request itself, where it is there already: it takes nothing from itself. */
  requestId?: string
}
type Weighed = Pick<LeaveStanding, 'label' | 'totalDays' | 'years' | 'warnings'>

/** What a leave takes of the days that its person has, as far as the reader may see these. */
export async function weighLeave({ tx, platform }: Inside, wanted: Wanted): Promise<Weighed> {
  const { personId, leaveType, startDate: fromDate, endDate: untilDate, requestId } = wanted
  const [kind, calendars] = await Promise.all([leaveKind({ tx, platform }), calendarFacts(tx, platform)])
  const [types, [person], others, allowances] = await Promise.all([
    leaveTypes({ tx, platform }, kind),
    tx.query<{ site: string | null }>('select site from app.people where company_id = $1 and id = $2', [
      tx.whose.companyId,
      personId,
    ]),
    tx.query<Leave>(
      `select leave_type as "leaveType", from_date as "fromDate", until_date as "untilDate", state from app.leaves
       where company_id = $1 and person_id = $2 and request_id is distinct from $3::uuid
         and left(from_date, 4) <= left($5, 4) and left(until_date, 4) >= left($4, 4)`,
      [tx.whose.companyId, personId, requestId ?? null, fromDate, untilDate],
    ),
    tx.query<Allowance>(
      `${selectAllowances} where a.company_id = $1 and (a.person_id is null or a.person_id = $2)`,
      [tx.whose.companyId, personId],
    ),
  ])
  const { hours } = calendars.ofSite(person?.site ?? null)
  const label = types.find(({ value }) => value === leaveType)?.label ?? leaveType
  const years = yearsOf({ leaveType, fromDate, untilDate }, others, allowances, hours)
  const totalDays = workdaysIn(hours, fromDate, untilDate).length
  return { label, totalDays, years, warnings: warningsOf(label, years) }
}

type Row = {
  personId: string
  leaveType: string | null
  startDate: string | null
  endDate: string | null
  reason: string | null
  isInvolved: boolean
}

/**
 * What whoever decides on this leave has to know. Null for what is no leave, and for readers who are neither asked
 * about it nor HR, asked for it, or lead whoever did.
 */
export async function standingOf(
  { tx, platform, actor }: Inside & { actor: Actor },
  requestId: string,
): Promise<LeaveStanding | null> {
  const [kind, [row]] = await Promise.all([
    leaveKind({ tx, platform }),
    tx.query<Row>(find, [tx.whose.companyId, requestId, actor.id]),
  ])
  const seesAll = isHr(actor, kind)
  if (!row || (!row.isInvolved && !seesAll)) return null
  const { personId, leaveType, startDate, endDate, reason } = row
  if (!leaveType || !startDate || !endDate || !isDayText(startDate) || !isDayText(endDate)) return null
  if (endDate < startDate || Date.parse(endDate) - Date.parse(startDate) > longestLeave * 86_400_000)
    return null
  const [weighed, colleagues] = await Promise.all([
    weighLeave({ tx, platform }, { personId, leaveType, startDate, endDate, requestId }),
    readAway(tx, actor, { from: startDate, until: endDate, seesAll, beside: personId }),
  ])
  const away = colleagues.flatMap(({ id, name, away: spans }) =>
    spans.map(({ fromDate, untilDate, isAsked }) => ({ id, name, fromDate, untilDate, isAsked })),
  )
  return { leaveType, startDate, endDate, reason, ...weighed, away }
}

const find = `
  select r.requester_id as "personId", r.custom_fields ->> 'leaveType' as "leaveType",
    r.custom_fields ->> 'startDate' as "startDate", r.custom_fields ->> 'endDate' as "endDate",
    nullif(r.custom_fields ->> 'reason', '') as reason,
    $3 in (r.requester_id, r.created_by_id, p.manager_id) or exists (
      select from app.approval_votes v
      where v.company_id = r.company_id and v.request_id = r.id and v.person_id = $3) as "isInvolved"
  from app.requests r
  join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id and t.kind = 'LEAVE'
  join app.people p on p.company_id = r.company_id and p.id = r.requester_id
  where r.company_id = $1 and r.id = $2`
