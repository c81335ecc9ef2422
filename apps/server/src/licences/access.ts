import type { Licence, LicenceSeat, LicenceTerm } from '@deskhand/contract'
import { mustKeep } from '../assets/access.ts'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import { deriveKey, seal, unseal } from '../platform/secret.ts'
import { Stop } from '../platform/stop.ts'
import { licenceSources, licenceWhole, seatJson, seatSources, termJson } from './queries/columns.ts'
import { words } from './words.ts'

/** What every command here works with; nobody (`null`) is Deskhand itself. */
export type Work = { tx: Tx; actor: Actor | null; record: RecordEvent }
type Inside = { tx: Tx; ifMatch?: readonly string[] | null }

/** A licence of the company; `lock` holds it, its seats and its terms until the commit. */
export async function loadLicence(
  { tx, ifMatch }: Inside,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Licence> {
  const values = [tx.whose.companyId, id.toLowerCase()]
  const isThere = isUuid(id.toLowerCase())
  // Two statements: what the second reads is what was committed before the lock was had.
  if (isThere && lock)
    await tx.query('select from app.licences where company_id = $1 and id = $2 for update', values)
  const [row] = isThere
    ? await tx.query<{ licence: Licence }>(
        `select ${licenceWhole} as licence from ${licenceSources} where l.company_id = $1 and l.id = $2`,
        values,
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchLicence)
  if (ifMatch && !ifMatch.includes(String(row.licence.version)))
    throw new Stop('stale', words.stale, { current: row.licence })
  return row.licence
}

/** A locked one that this person keeps. */
export async function keptLicence(inside: Inside & { actor: Actor }, id: string): Promise<Licence> {
  const licence = await loadLicence(inside, id, { lock: true })
  mustKeep(inside.actor, licence)
  return licence
}

/** One that this person keeps and that is not retired, locked. */
export async function holdLicence(inside: Inside & { actor: Actor }, id: string): Promise<Licence> {
  const licence = await keptLicence(inside, id)
  if (licence.retiredAt) throw new Stop('state', words.retired(licence.name))
  return licence
}

/** A term of a locked licence that is not over. */
export function openTermOf(
  { terms }: Licence,
  termId: string,
  ifMatch: readonly string[] | null,
): LicenceTerm {
  const term = terms.find(({ id }) => id === termId.toLowerCase())
  if (!term) throw new Stop('not_found', words.noSuchTerm)
  if (ifMatch && !ifMatch.includes(String(term.version)))
    throw new Stop('stale', words.stale, { current: term })
  return term
}

export async function readTerm(tx: Tx, id: string): Promise<LicenceTerm> {
  const [row] = await tx.query<{ term: LicenceTerm }>(
    `select ${termJson} as term from app.licence_terms t where t.company_id = $1 and t.id = $2`,
    [tx.whose.companyId, id],
  )
  if (!row) throw new Stop('not_found', words.noSuchTerm)
  return row.term
}

export async function loadSeat(tx: Tx, licenceId: string, seatId: string): Promise<LicenceSeat> {
  const [row] = isUuid(seatId.toLowerCase())
    ? await tx.query<{ seat: LicenceSeat }>(
        `select ${seatJson} as seat from ${seatSources} where h.company_id = $1 and h.licence_id = $2 and h.id = $3`,
        [tx.whose.companyId, licenceId, seatId.toLowerCase()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchSeat)
  return row.seat
}

export const about = ({ id, name }: Pick<Licence, 'id' | 'name'>): Subject => ({
  type: 'licence',
  id,
  ref: name,
})

/** Today, where the company is. */
export async function todayOf(tx: Tx, now: Date = clock.now()): Promise<string> {
  const [row] = await tx.query<{ today: string }>(
    'select ($2::timestamptz at time zone c.zone)::date::text as today from app.companies c where c.company_id = $1',
    [tx.whose.companyId, now],
  )
  if (!row) throw new Error('A transaction without a company.')
  return row.today
}

type Sealed = { licence: string; key: string }
const keyOf = ({ secret }: Pick<Platform, 'secret'>, tx: Tx) =>
  deriveKey(secret, `licences:${tx.whose.companyId}`)

/** A key as it is stored; what it belongs to is inside, so that none can be moved to another licence. */
export function sealKey(platform: Pick<Platform, 'secret'>, tx: Tx, licence: string, key: string): Buffer {
  const inside: Sealed = { licence, key }
  return seal(keyOf(platform, tx), JSON.stringify(inside))
}

export function openKey(platform: Pick<Platform, 'secret'>, tx: Tx, licence: string, sealed: Buffer): string {
  const inside: Sealed = JSON.parse(unseal(keyOf(platform, tx), sealed))
  if (inside.licence !== licence) throw new Error('A key lies at a licence to which it does not belong.')
  return inside.key
}
