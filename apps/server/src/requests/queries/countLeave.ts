import { longestLeave } from '@deskhand/contract'
import { calendarFacts } from '../../calendars/access.ts'
import { workdaysIn } from '../../platform/clock/businessTime.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { words } from '../words.ts'

type Wanted = {
  /** Who is away. */
  personId: string
  /** Who asks; somebody else is not told the number of a request that may not be theirs to see. */
  actorId: string
  startDate: string
  endDate: string
  /** On a change: the request itself, which does not stand in its own way. */
  requestId?: string | undefined
}
type Found = {
  name: string
  site: string | null
  other: { reference: string; from: string; until: string } | null
}

export type LeaveCount = {
  totalDays: number
  calendarName: string
  holidays: string[]
  /** Why they cannot be away on these days, in a sentence. */
  refusal: string | null
}

/** Counts a leave by the calendar of the person's site, and looks whether it meets another of theirs. */
export async function countLeave(tx: Tx, wanted: Wanted): Promise<LeaveCount> {
  const { personId, actorId, startDate, endDate, requestId } = wanted
  const [facts, [found]] = await Promise.all([
    calendarFacts(tx),
    tx.query<Found>(meeting, [tx.whose.companyId, personId, startDate, endDate, requestId ?? null]),
  ])
  const calendar = facts.ofSite(found?.site ?? null)
  const days = dayCount(startDate, endDate)
  const totalDays =
    days > 0 && days <= longestLeave ? workdaysIn(calendar.hours, startDate, endDate).length : 0
  const holidays = [...calendar.hours.holidays].filter((day) => day >= startDate && day <= endDate).sort()
  const isOwn = actorId === personId
  const refusal = found?.other
    ? words.awayAlready(isOwn ? null : found.name, found.other, isOwn)
    : totalDays === 0
      ? words.noWorkday(calendar.name)
      : null
  return { totalDays, calendarName: calendar.name, holidays, refusal }
}

/** As `countLeave`, for a leave that is written in this transaction: two of one person wait for each other. */
export async function reserveLeave(tx: Tx, wanted: Wanted): Promise<string | null> {
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`leave of ${wanted.personId}`])
  return (await countLeave(tx, wanted)).refusal
}

const dayCount = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1

// What was rejected, taken back, cancelled, a duplicate or never answered keeps nobody from being away.
const meeting = `
  select p.name, p.site, (
    select json_build_object('reference', r.reference_number, 'from', r.custom_fields ->> 'startDate',
      'until', r.custom_fields ->> 'endDate')
    from app.requests r
    join app.request_types kind on kind.company_id = r.company_id and kind.id = r.request_type_id and kind.kind = 'LEAVE'
    where r.company_id = $1 and r.requester_id = $2 and r.deleted_at is null and r.merged_into_id is null
      and r.id is distinct from $5::uuid and r.status <> 'REJECTED'
      and coalesce(r.resolution_code, '') not in ('WITHDRAWN', 'DUPLICATE', 'NO_RESPONSE')
      and not exists (select from app.leave_cancellations c where c.company_id = r.company_id and c.request_id = r.id)
      and r.custom_fields ->> 'startDate' <= $4::text and r.custom_fields ->> 'endDate' >= $3::text
    order by r.custom_fields ->> 'startDate' limit 1) as other
  from app.people p where p.company_id = $1 and p.id = $2`
