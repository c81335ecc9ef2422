import { isDayText, type LeaveStanding, longestLeave } from '@deskhand/contract'
import { calendarFacts } from '../../calendars/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { workdaysIn } from '../../platform/clock/businessTime.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { isHr, leaveKind, leaveTypes, selectAllowances } from '../access.ts'
import { type Allowance, type Leave, warningsOf, yearsOf } from '../rules.ts'
import { awayBeside } from './awayBeside.ts'

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
export async function weighLeave(inside: Inside, wanted: Wanted): Promise<Weighed> {
  const [weighed] = await weighAll(inside, [wanted])
  if (!weighed) throw new Error('One was asked for.')
  return weighed
}

async function weighAll({ tx, platform }: Inside, wanted: readonly Wanted[]): Promise<Weighed[]> {
  const { companyId } = tx.whose
  const people = [...new Set(wanted.map(({ personId }) => personId))]
  const days = wanted.flatMap(({ startDate, endDate }) => [startDate, endDate]).toSorted()
  const [kind, calendars] = await Promise.all([leaveKind({ tx, platform }), calendarFacts(tx, platform)])
  const [types, sites, leaves, allowances] = await Promise.all([
    leaveTypes({ tx, platform }, kind),
    tx.query<{ id: string; site: string | null }>(
      'select id, site from app.people where company_id = $1 and id = any ($2::uuid[])',
      [companyId, people],
    ),
    tx.query<Leave & { personId: string; requestId: string }>(
      `select person_id as "personId", request_id as "requestId", leave_type as "leaveType", from_date as "fromDate",
         until_date as "untilDate", state
       from app.leaves where company_id = $1 and person_id = any ($2::uuid[])
         and left(from_date, 4) <= left($4, 4) and left(until_date, 4) >= left($3, 4)`,
      [companyId, people, days.at(0), days.at(-1)],
    ),
    tx.query<Allowance & { person: { id: string } | null }>(
      `${selectAllowances} where a.company_id = $1 and (a.person_id is null or a.person_id = any ($2::uuid[]))`,
      [companyId, people],
    ),
  ])
  const siteOf = new Map(sites.map(({ id, site }) => [id, site]))
  return wanted.map(({ personId, leaveType, startDate: fromDate, endDate: untilDate, requestId }) => {
    const others = leaves.filter((one) => one.personId === personId && one.requestId !== requestId)
    const allowed = allowances.filter(({ person }) => !person || person.id === personId)
    const { hours } = calendars.ofSite(siteOf.get(personId) ?? null)
    const label = types.find(({ value }) => value === leaveType)?.label ?? leaveType
    const years = yearsOf({ leaveType, fromDate, untilDate }, others, allowed, hours)
    const totalDays = workdaysIn(hours, fromDate, untilDate).length
    return { label, totalDays, years, warnings: warningsOf(label, years) }
  })
}

type Row = {
  requestId: string
  personId: string
  leaveType: string | null
  startDate: string | null
  endDate: string | null
  reason: string | null
  isInvolved: boolean
}
type Whole = Row & Wanted & { requestId: string }

/**
 * What whoever decides on this leave has to know. Null for what is no leave, and for readers who are neither asked
 * about it nor HR, asked for it, or lead whoever did.
 */
export const standingOf = async (
  inside: Inside & { actor: Actor },
  requestId: string,
): Promise<LeaveStanding | null> => (await standingsOf(inside, [requestId])).get(requestId) ?? null

/** The same of many requests, by their ids, without those of which there is nothing to tell. */
export async function standingsOf(
  { tx, platform, actor }: Inside & { actor: Actor },
  requestIds: readonly string[],
): Promise<Map<string, LeaveStanding>> {
  if (requestIds.length === 0) return new Map()
  const [kind, rows] = await Promise.all([
    leaveKind({ tx, platform }),
    tx.query<Row>(find, [tx.whose.companyId, requestIds, actor.id]),
  ])
  const seesAll = isHr(actor, kind)
  const told = rows.filter((row): row is Whole => (row.isInvolved || seesAll) && isWhole(row))
  if (told.length === 0) return new Map()
  const [weighed, away] = await Promise.all([
    weighAll({ tx, platform }, told),
    awayBeside(tx, actor, seesAll, told),
  ])
  return new Map(
    told.flatMap(({ requestId, leaveType, startDate, endDate, reason }, at) => {
      const found = weighed[at]
      const standing = { leaveType, startDate, endDate, reason, away: away[at] ?? [] }
      return found ? [[requestId, { ...standing, ...found }] as const] : []
    }),
  )
}

/** What older forms left out, or wrote otherwise, cannot be weighed. */
function isWhole({ leaveType, startDate, endDate }: Row): boolean {
  if (!leaveType || !startDate || !endDate || !isDayText(startDate) || !isDayText(endDate)) return false
  return endDate >= startDate && Date.parse(endDate) - Date.parse(startDate) <= longestLeave * 86_400_000
}

const find = `
  select r.id as "requestId", r.requester_id as "personId", r.custom_fields ->> 'leaveType' as "leaveType",
    r.custom_fields ->> 'startDate' as "startDate", r.custom_fields ->> 'endDate' as "endDate",
    nullif(r.custom_fields ->> 'reason', '') as reason,
    $3 in (r.requester_id, r.created_by_id, p.manager_id) or exists (
      select from app.approval_votes v
      where v.company_id = r.company_id and v.request_id = r.id and v.person_id = $3) as "isInvolved"
  from app.requests r
  join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id and t.kind = 'LEAVE'
  join app.people p on p.company_id = r.company_id and p.id = r.requester_id
  where r.company_id = $1 and r.id = any ($2::uuid[])`
