import type { DeskPeriods, Level, Priority, RequestKind, StateWords } from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { Stop } from '../platform/stop.ts'
import { periodColumns } from './queries/columns.ts'
import { readMatrix, readPriorityNames } from './queries/priorities.ts'

export type DeskFact = DeskPeriods & {
  id: string
  code: string
  name: string
  prefix: string
  isActive: boolean
  /** Everything asked of it is confidential from birth. */
  isConfidential: boolean
}
/** The days of a desk alone. */
export const periodsOf = ({ closesAfterDays, settlesAfterDays, reopenDays, appealDays }: DeskPeriods) => ({
  closesAfterDays,
  settlesAfterDays,
  reopenDays,
  appealDays,
})

export type TypeFact = {
  id: string
  deskId: string
  name: string
  categoryName: string
  isConfidential: boolean
  slaHours: number | null
  defaultPriority: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'
  isActive: boolean
  stateWords: StateWords
  kind: RequestKind | null
  /** What it is asked with now, if anything. */
  formVersionId: string | null
}

/** What a company's desks offer: what every request is made and decided by. */
export type DeskFacts = {
  /** The company's time zone. */
  zone: string
  desks: readonly DeskFact[]
  /** A desk by its id or code. */
  desk: (idOrCode: string) => DeskFact | undefined
  type: (id: string) => TypeFact | undefined
  /** Which priority impact and urgency lead to. */
  priorityOf: (impact: Level, urgency: Level) => Priority
  /** What the company calls its priorities. */
  priorityNames: Record<Priority, string>
  types: readonly TypeFact[]
  /** The kind of request that Deskhand knows by this name, where the company still offers it. */
  typeOfKind: (kind: RequestKind) => TypeFact | undefined
  /** Whether somebody's requests come first. */
  isVip: (personId: string) => boolean
  /** The resolution codes of a desk, the company's own among them. */
  codesOf: (deskId: string) => string[]
}

/** How long a process may believe what it read. Whoever edits desks can be slower than the eye, not more. */
const fresh = 3_000

const caches = new WeakMap<Platform, Map<string, { facts: DeskFacts; until: number }>>()

/** The facts of the caller's company, remembered for a moment: creating a request must not wait for them. */
export async function deskFacts(platform: Platform, tx: Tx): Promise<DeskFacts> {
  const companyId = tx.whose.companyId ?? ''
  const cache = caches.get(platform) ?? new Map<string, { facts: DeskFacts; until: number }>()
  caches.set(platform, cache)
  const known = cache.get(companyId)
  if (known && known.until > Date.now()) return known.facts
  const facts = await readFacts(tx, companyId)
  if (cache.size > 5_000) cache.clear()
  cache.set(companyId, { facts, until: Date.now() + fresh })
  return facts
}

/** Forgets them at once, in this process; for after the commit of whoever changed desks, kinds or forms. */
export const forgetDeskFacts = (platform: Platform, companyId: string): void => {
  caches.get(platform)?.delete(companyId)
}

async function readFacts(tx: Tx, companyId: string): Promise<DeskFacts> {
  const [companies, desks, types, matrix, priorityNames, codes, vips] = await Promise.all([
    tx.query<{ zone: string }>('select zone from app.companies where company_id = $1', [companyId]),
    tx.query<DeskFact>(
      `select id, code, name, prefix, is_active as "isActive", is_confidential as "isConfidential", ${periodColumns}
       from app.desks d where company_id = $1 order by display_order, code`,
      [companyId],
    ),
    tx.query<TypeFact>(
      `select t.id, t.desk_id as "deskId", t.name, c.name as "categoryName", t.is_confidential as "isConfidential",
         t.sla_hours as "slaHours", t.default_priority as "defaultPriority", t.is_active as "isActive",
         t.state_words as "stateWords", t.kind, f.published_version_id as "formVersionId"
       from app.request_types t
       join app.categories c on c.company_id = t.company_id and c.id = t.category_id
       left join app.forms f on f.company_id = t.company_id and f.id = t.form_id
       where t.company_id = $1`,
      [companyId],
    ),
    readMatrix(tx),
    readPriorityNames(tx),
    tx.query<{ deskId: string | null; code: string }>(
      `select desk_id as "deskId", code from app.resolution_codes where company_id = $1
       order by display_order, code`,
      [companyId],
    ),
    tx.query<{ id: string }>(`select id from app.people where company_id = $1 and is_vip`, [companyId]),
  ])
  const byName = new Map(desks.flatMap((desk) => [[desk.id, desk] as const, [desk.code, desk] as const]))
  const byId = new Map(types.map((type) => [type.id, type]))
  const first = new Set(vips.map(({ id }) => id))
  return {
    zone: companies[0]?.zone ?? 'UTC',
    desks,
    desk: (idOrCode) =>
      byName.get(isUuid(idOrCode.toLowerCase()) ? idOrCode.toLowerCase() : idOrCode.toUpperCase()),
    type: (id) => byId.get(id.toLowerCase()),
    types,
    priorityNames,
    priorityOf: (impact, urgency) => matrix[impact][urgency],
    typeOfKind: (kind) => types.find((type) => type.kind === kind && type.isActive),
    isVip: (personId) => first.has(personId),
    codesOf: (deskId) =>
      codes.filter((one) => one.deskId === null || one.deskId === deskId).map(({ code }) => code),
  }
}

export const noSuchDesk = () => new Stop('not_found', 'There is no such desk.')

/** The desk by its id or code, or the same 404 for missing and another company's. */
export async function loadDesk(platform: Platform, tx: Tx, idOrCode: string): Promise<DeskFact> {
  const desk = (await deskFacts(platform, tx)).desk(idOrCode)
  if (!desk) throw noSuchDesk()
  return desk
}
