import type { calendars, ReplyIn } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import { type BusinessCalendar, officeHours } from '../platform/clock/businessTime.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { calendarRow } from './queries/columns.ts'
import type { Weekly } from './rules.ts'
import { words } from './words.ts'

export type CalendarRow = ReplyIn<typeof calendars.create>

/** A calendar as rules go by it; `id` is null for the office hours that hold where nobody made one. */
export type CalendarFact = { id: string | null; name: string; version: number; hours: BusinessCalendar }

/** When a company works. */
export type CalendarFacts = {
  /** Counts up with every change of what clocks go by. */
  version: number
  /** What holds for whatever has no calendar of its own. */
  standard: CalendarFact
  find: (id: string) => CalendarFact | undefined
  ofDesk: (deskId: string) => CalendarFact
  ofSite: (site: string | null) => CalendarFact
}

/** How long a process may believe what it read; whoever edits calendars can be slower than the eye, not more. */
const fresh = 3_000

const caches = new WeakMap<Platform, Map<string, { facts: CalendarFacts; until: number }>>()

/** When the company works, remembered for a moment where a platform is given; workers read it anew. */
export async function calendarFacts(tx: Tx, platform?: Platform): Promise<CalendarFacts> {
  if (!platform) return readCalendars(tx)
  const companyId = tx.whose.companyId ?? ''
  const cache = caches.get(platform) ?? new Map<string, { facts: CalendarFacts; until: number }>()
  caches.set(platform, cache)
  const known = cache.get(companyId)
  if (known && known.until > Date.now()) return known.facts
  const facts = await readCalendars(tx)
  if (cache.size > 5_000) cache.clear()
  cache.set(companyId, { facts, until: Date.now() + fresh })
  return facts
}

/** Forgets them at once, in this process; for after the commit of whoever changed a calendar. */
export const forgetCalendarFacts = (platform: Platform, companyId: string): void => {
  caches.get(platform)?.delete(companyId)
}

type Read = {
  zone: string
  version: number
  calendars: {
    id: string
    name: string
    version: number
    zone: string
    week: Weekly
    holidays: string[]
    sites: string[]
    desks: string[]
    isDefault: boolean
  }[]
}

async function readCalendars(tx: Tx): Promise<CalendarFacts> {
  const [row] = await tx.query<Read>(readAll, [tx.whose.companyId])
  const all = (row?.calendars ?? []).map((one) => ({ ...one, fact: factOf(one) }))
  const standard = all.find((one) => one.isDefault)?.fact ?? {
    id: null,
    name: words.officeHours,
    version: 1,
    hours: hoursOf(officeHours(row?.zone ?? 'UTC')),
  }
  const byId = new Map(all.map(({ id, fact }) => [id, fact]))
  const byDesk = new Map(all.flatMap(({ desks, fact }) => desks.map((desk) => [desk, fact] as const)))
  const bySite = new Map(all.flatMap(({ sites, fact }) => sites.map((site) => [site, fact] as const)))
  return {
    version: row?.version ?? 1,
    standard,
    find: (id) => byId.get(id),
    ofDesk: (deskId) => byDesk.get(deskId) ?? standard,
    ofSite: (site) => (site && bySite.get(site)) || standard,
  }
}

const factOf = ({ id, name, version, zone, week, holidays }: Read['calendars'][number]): CalendarFact => ({
  id,
  name,
  version,
  hours: hoursOf({ zone, week, holidays: new Set(holidays) }),
})

/** One value for equal hours, so that what was worked out for them is found again. */
const compiled = new Map<string, BusinessCalendar>()

function hoursOf(hours: BusinessCalendar): BusinessCalendar {
  const key = JSON.stringify([hours.zone, hours.week, [...hours.holidays]])
  const known = compiled.get(key)
  if (known) return known
  if (compiled.size > 2_000) compiled.clear()
  compiled.set(key, hours)
  return hours
}

const readAll = `
  select company.zone, coalesce(settings.version, 1) as version, coalesce((
    select json_agg(json_build_object('id', c.id, 'name', c.name, 'version', c.version, 'zone', c.zone,
      'week', c.week, 'sites', c.sites, 'isDefault', c.is_default,
      'holidays', coalesce((select json_agg(h.date order by h.date) from app.calendar_holidays h
        where h.company_id = c.company_id and h.calendar_id = c.id), '[]'),
      'desks', coalesce((select json_agg(d.desk_id) from app.calendar_desks d
        where d.company_id = c.company_id and d.calendar_id = c.id), '[]')) order by c.name)
    from app.calendars c where c.company_id = company.company_id), '[]') as calendars
  from app.companies company
  left join app.clock_settings settings on settings.company_id = company.company_id
  where company.company_id = $1`

/** Says that what clocks go by has changed: whatever was counted before is stale from the commit on. */
export async function touchClocks(tx: Tx): Promise<void> {
  await tx.run(
    `insert into app.clock_settings (company_id, version) values ($1, 2)
     on conflict (company_id) do update set version = clock_settings.version + 1`,
    [tx.whose.companyId],
  )
}

type Inside = { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null }

/** The calendar, or the same 404 for missing and another company's; `lock` holds it until the commit. */
export async function loadCalendar(
  { tx, actor, ifMatch }: Inside,
  id: string,
  { lock = false } = {},
): Promise<CalendarRow> {
  if (!isUuid(id.toLowerCase())) throw new Stop('not_found', words.noSuchCalendar)
  if (lock)
    await tx.run('select from app.calendars where company_id = $1 and id = $2 for update', [
      actor.companyId,
      id,
    ])
  const [row] = await tx.query<{ calendar: CalendarRow }>(
    `select ${calendarRow} as calendar from app.calendars c where c.company_id = $1 and c.id = $2`,
    [actor.companyId, id],
  )
  if (!row) throw new Stop('not_found', words.noSuchCalendar)
  if (ifMatch && !ifMatch.includes(String(row.calendar.version)))
    throw new Stop('stale', words.stale, { current: row.calendar })
  return row.calendar
}

/** The calendar as the subject of an event. */
export const about = ({ id, name }: { id: string; name: string }): Subject => ({
  type: 'calendar',
  id,
  ref: name,
})
