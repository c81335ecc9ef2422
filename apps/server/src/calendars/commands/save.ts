import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import { type CalendarRow, touchClocks } from '../access.ts'
import { faultOfWeek, inOrder, opensWithinAYear } from '../rules.ts'
import { words } from '../words.ts'

export type Wanted = Pick<
  CalendarRow,
  'id' | 'name' | 'zone' | 'week' | 'holidays' | 'isDefault' | 'serviceDeskIds' | 'sites'
>

/**
 * Writes a calendar whole, new or as its next version, with its holidays, desks and sites. Whatever it takes over
 * (the default, a desk, a site) leaves the calendar that had it.
 */
export async function save(tx: Tx, wanted: Wanted): Promise<void> {
  check(wanted)
  const { companyId } = tx.whose
  const { id, name, zone, isDefault, sites, serviceDeskIds } = wanted
  const now = clock.now()
  const [found] = await tx.query<{ isTaken: boolean; desks: number }>(
    `select exists (select from app.calendars where company_id = $1 and name = $2 and id <> $3) as "isTaken",
       (select count(*)::int from app.desks where company_id = $1 and id = any ($4::uuid[])) as desks`,
    [companyId, name, id, serviceDeskIds],
  )
  if (found?.isTaken) throw refuseField('name', words.taken)
  if (found?.desks !== new Set(serviceDeskIds).size) throw refuseField('serviceDeskIds', words.noSuchDesk)
  await Promise.all([
    tx.run(
      `update app.calendars set is_default = is_default and not $3,
         sites = array(select site from unnest(sites) site where site <> all ($4::text[]))
       where company_id = $1 and id <> $2 and ((is_default and $3) or sites && $4::text[])`,
      [companyId, id, isDefault, sites],
    ),
    tx.run(
      `insert into app.calendars (company_id, id, name, zone, week, sites, is_default, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
       on conflict (company_id, id) do update set name = excluded.name, zone = excluded.zone, week = excluded.week,
         sites = excluded.sites, is_default = excluded.is_default, updated_at = excluded.updated_at,
         version = calendars.version + 1`,
      [companyId, id, name, zone, JSON.stringify(inOrder(wanted.week)), sites, isDefault, now],
    ),
    tx.run(
      `delete from app.calendar_holidays where company_id = $1 and calendar_id = $2
         and date not in (select date from jsonb_to_recordset($3::jsonb) as h(date date))`,
      [companyId, id, JSON.stringify(wanted.holidays)],
    ),
    tx.run(
      `insert into app.calendar_holidays (company_id, calendar_id, date, name)
       select $1, $2, date, name from jsonb_to_recordset($3::jsonb) as h(date date, name text)
       on conflict (company_id, calendar_id, date) do update set name = excluded.name`,
      [companyId, id, JSON.stringify(wanted.holidays)],
    ),
    tx.run(
      `delete from app.calendar_desks where company_id = $1 and calendar_id = $2 and desk_id <> all ($3::uuid[])`,
      [companyId, id, serviceDeskIds],
    ),
    tx.run(
      `insert into app.calendar_desks (company_id, desk_id, calendar_id)
       select $1, desk_id, $2 from unnest($3::uuid[]) desk_id
       on conflict (company_id, desk_id) do update set calendar_id = excluded.calendar_id`,
      [companyId, id, serviceDeskIds],
    ),
    touchClocks(tx),
  ])
}

function check({ week, zone, holidays }: Wanted): void {
  const fault = faultOfWeek(inOrder(week))
  if (fault) throw refuseField('week', fault)
  const dates = new Set<string>()
  for (const { date } of holidays) {
    if (dates.has(date)) throw refuseField('holidays', words.sameDate(date))
    dates.add(date)
  }
  if (!opensWithinAYear({ zone, week: inOrder(week), holidays: dates }, clock.now())) {
    throw refuseField('holidays', words.allHolidays)
  }
}
