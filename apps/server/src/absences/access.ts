import type { Tx } from '../platform/db/transaction.ts'

/** The day that it is in a company now, as `2026-11-28`. */
export const todayIn = (zone: string, now: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

/**
 * Who stands in for these people on that day, through stand-ins who are away themselves; only who is away and has
 * somebody present is in it. The latest entry of a person counts, before the cover of their leave.
 */
export async function standInsFor(
  tx: Tx,
  personIds: readonly string[],
  day: string,
): Promise<Map<string, string>> {
  const rows = await tx.query<{ personId: string; standInId: string | null }>(
    `select distinct on (a.person_id) a.person_id as "personId", s.id as "standInId"
     from app.away a
     left join app.people s on s.company_id = a.company_id and s.id = a.stand_in_id
       and s.state = 'ACTIVE' and s.deleted_at is null
     where a.company_id = $1 and $2::text between a.from_date and a.until_date
     order by a.person_id, a.is_leave, a.created_at desc, a.id desc`,
    [tx.whose.companyId, day],
  )
  return follow(personIds, new Map(rows.map(({ personId, standInId }) => [personId, standInId])))
}

/**
 * Whose seat goes to whom, in their order: nobody who is barred (who has a say already, or asked for it) or may not read
 * of it takes one, and nobody takes two.
 */
export function seatsOf(
  personIds: readonly string[],
  standIns: ReadonlyMap<string, string>,
  barred: ReadonlySet<string | null>,
  seers: ReadonlySet<string> | null,
): Map<string, string> {
  const taken = new Set(barred)
  const seats = new Map<string, string>()
  for (const personId of personIds) {
    const standIn = standIns.get(personId)
    if (!standIn || taken.has(standIn) || (seers && !seers.has(standIn))) continue
    taken.add(standIn)
    seats.set(personId, standIn)
  }
  return seats
}

/** Walks from each to somebody who is not away; a ring of people who stand in for each other leads nowhere. */
export function follow(
  personIds: readonly string[],
  away: ReadonlyMap<string, string | null>,
): Map<string, string> {
  const found = new Map<string, string>()
  for (const personId of personIds) {
    const seen = new Set([personId])
    let at = away.get(personId) ?? null
    while (at !== null && away.has(at) && !seen.has(at)) {
      seen.add(at)
      at = away.get(at) ?? null
    }
    if (at !== null && !seen.has(at)) found.set(personId, at)
  }
  return found
}
