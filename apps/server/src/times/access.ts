import type { HourlyRate, TimeKind } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db/kysely.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { about, isStaff, isSupervisor, loadRequest, type RequestRecord } from '../requests/access.ts'
import { words } from './words.ts'

export type EntryRecord = {
  id: string
  personId: string
  type: TimeKind
  note: string | null
  startedAt: Date
  seconds: number | null
  isBillable: boolean
  rate: HourlyRate | null
}

/** Time is the desk's own business. */
export function mustBookTime(actor: Actor, request: RequestRecord): void {
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.notStaff)
}

/** An entry of a locked request that this person may change: their own, or any as supervisor. */
export async function loadEntry(
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  entryId: string,
  { deleted = false }: { deleted?: boolean } = {},
): Promise<EntryRecord> {
  const [entry] = isUuid(entryId.toLowerCase())
    ? await tx.query<EntryRecord>(
        `select ${entryColumns} from app.time_entries t where company_id = $1 and request_id = $2 and id = $3
           and (deleted_at is not null) = $4 for update`,
        [request.companyId, request.id, entryId.toLowerCase(), deleted],
      )
    : []
  if (!entry) throw new Stop('not_found', words.noSuchEntry)
  if (entry.personId !== actor.id && !isSupervisor(actor, request))
    throw new Stop('forbidden', words.notYours)
  return entry
}

/** An entry that is about to change, where it hangs, and what the log says that it is about. */
export type Held = { entry: EntryRecord; place: Place; subject: Subject }
/** The request of entries, and whether the reader may change them all. */
export type Place = { companyId: string; requestId: string; mayChangeAll: boolean }

export const placeOf = (actor: Actor, request: RequestRecord): Place => ({
  companyId: request.companyId,
  requestId: request.id,
  mayChangeAll: isSupervisor(actor, request),
})

type Inside = { tx: Tx; db: Db; actor: Actor }
type Named = { id: string; entryId: string }

/** An entry to change, locked; one's own running timer also where its request is out of one's hands by now. */
export async function holdEntry({ tx, db, actor }: Inside, { id, entryId }: Named): Promise<Held> {
  try {
    const request = await loadRequest({ tx, db, actor }, id, { lock: true })
    mustBookTime(actor, request)
    const entry = await loadEntry(tx, actor, request, entryId)
    return { entry, place: placeOf(actor, request), subject: about(request) }
  } catch (refusal) {
    const timer = refusal instanceof Stop ? await holdOwnTimer(tx, actor, { id, entryId }) : null
    if (!timer) throw refusal
    return timer
  }
}

/** Of the request it tells no more than the number that it had, and the log takes it for confidential. */
async function holdOwnTimer(tx: Tx, actor: Actor, { id, entryId }: Named): Promise<Held | null> {
  const [timer] = await tx.query<EntryRecord & { requestId: string; reference: string }>(
    `select ${entryColumns}, request_id as "requestId", reference from app.time_entries t
     where company_id = $1 and person_id = $2 and seconds is null and id::text = lower($3)
       and (request_id::text = lower($4) or reference = upper($4)) for update`,
    [actor.companyId, actor.id, entryId, id],
  )
  if (!timer) return null
  const { requestId, reference, ...entry } = timer
  return {
    entry,
    place: { companyId: actor.companyId, requestId, mayChangeAll: false },
    subject: { type: 'request', id: requestId, ref: reference, isConfidential: true },
  }
}

export const rateColumn = (t: string): string =>
  `case when ${t}.rate_amount is not null then json_build_object('amount', ${t}.rate_amount::text,
     'currency', ${t}.rate_currency) end`

const entryColumns = `id, person_id as "personId", kind as type, note, started_at as "startedAt", seconds,
  is_billable as "isBillable", ${rateColumn('t')} as rate`
