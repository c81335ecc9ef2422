import type { agreements, ReplyIn } from '@deskhand/contract'
import { type CalendarFacts, calendarFacts } from '../calendars/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import type { AgreementFacts, Policy } from './policy.ts'
import { policyRow } from './queries/columns.ts'
import { words } from './words.ts'

export type { Clock, Entry, Happening, Situation } from './clocks.ts'
export { turn } from './clocks.ts'
export { entryRows, insertEntries, writeEntries } from './ledger.ts'
export { momentOf, stepsOf, usedBy } from './moments.ts'
export type { AgreementFacts, Policy, Step, Terms } from './policy.ts'
export { termsFor } from './policy.ts'
export { type Episode, replay } from './replay.ts'
export { type ClockColumns, clocksIn, columnsOf } from './ring.ts'
export { type Stretch, stretchesOf } from './stretches.ts'

export type PolicyRow = ReplyIn<typeof agreements.get>

/** How long a process may believe what it read. What it counts by an older version is counted anew. */
const fresh = 3_000

type Known = { facts: AgreementFacts; calendars: CalendarFacts; until: number }

const caches = new WeakMap<Platform, Map<string, Known>>()

/** What the company promises, remembered for a moment where a platform is given; workers read it anew. */
export async function agreementFacts(tx: Tx, platform?: Platform): Promise<AgreementFacts> {
  const calendars = await calendarFacts(tx, platform)
  if (!platform) return readFacts(tx, calendars)
  const companyId = tx.whose.companyId ?? ''
  const cache = caches.get(platform) ?? new Map<string, Known>()
  caches.set(platform, cache)
  const known = cache.get(companyId)
  if (known && known.until > Date.now() && known.calendars === calendars) return known.facts
  const facts = await readFacts(tx, calendars)
  if (cache.size > 5_000) cache.clear()
  cache.set(companyId, { facts, calendars, until: Date.now() + fresh })
  return facts
}

/** Forgets it at once, in this process; for after the commit of whoever changed a promise. */
export const forgetAgreementFacts = (platform: Platform, companyId: string): void => {
  caches.get(platform)?.delete(companyId)
}

async function readFacts(tx: Tx, calendars: CalendarFacts): Promise<AgreementFacts> {
  const [rows, types] = await Promise.all([
    tx.query<{ policy: Policy }>(
      `select ${policyRow} as policy from app.sla_policies p
       where p.company_id = $1 and p.retired_at is null and p.is_active order by p.position, p.id`,
      [tx.whose.companyId],
    ),
    tx.query<{ id: string; hours: number }>(
      `select id, sla_hours as hours from app.request_types where company_id = $1 and sla_hours is not null`,
      [tx.whose.companyId],
    ),
  ])
  const hours = new Map(types.map((type) => [type.id, type.hours]))
  return factsOf(
    calendars,
    rows.map(({ policy }) => policy),
    (id) => hours.get(id) ?? null,
  )
}

/** Facts with these policies; for trying them as well. */
export const factsOf = (
  { version, find, ofDesk }: Pick<AgreementFacts, 'version' | 'find' | 'ofDesk'>,
  policies: readonly Policy[],
  hoursOfType: AgreementFacts['hoursOfType'],
): AgreementFacts => ({
  version,
  find,
  ofDesk,
  policies,
  hoursOfType,
  looksAtPeople: policies.some(({ site, isVip }) => site !== null || isVip !== null),
})

type Standing = { site: string | null; isVip: boolean }

/** Of these people, what policies look at; nobody is looked up where no policy does. */
export async function standingOf(
  tx: Tx,
  facts: AgreementFacts,
  personIds: readonly string[],
): Promise<(personId: string) => Standing> {
  const unknown = { site: null, isVip: false }
  if (!facts.looksAtPeople) return () => unknown
  const rows = await tx.query<Standing & { id: string }>(
    `select id, site, is_vip as "isVip" from app.people where company_id = $1 and id = any ($2::uuid[])`,
    [tx.whose.companyId, [...new Set(personIds)]],
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return (id) => known.get(id) ?? unknown
}

type Inside = { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null }

/** The policy, or the same 404 for missing, retired and another company's; `lock` holds it until the commit. */
export async function loadPolicy(
  { tx, actor, ifMatch }: Inside,
  id: string,
  { lock = false } = {},
): Promise<PolicyRow> {
  if (!isUuid(id.toLowerCase())) throw noSuchPolicy()
  const [row] = await tx.query<{ policy: PolicyRow }>(
    `select ${policyRow} as policy from app.sla_policies p
     where p.company_id = $1 and p.id = $2 and p.retired_at is null ${lock ? 'for update' : ''}`,
    [actor.companyId, id],
  )
  if (!row) throw noSuchPolicy()
  if (ifMatch && !ifMatch.includes(String(row.policy.version)))
    throw new Stop('stale', words.stale, { current: row.policy })
  return row.policy
}

export const noSuchPolicy = () => new Stop('not_found', words.noSuchPolicy)

/** The policy as the subject of an event. */
export const about = ({ id, name }: { id: string; name: string }): Subject => ({
  type: 'agreement',
  id,
  ref: name,
})
