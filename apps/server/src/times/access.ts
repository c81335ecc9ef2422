import type { HourlyRate, TimeKind } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import { Stop } from '../platform/stop.ts'
import { isStaff, isSupervisor, type RequestRecord } from '../requests/access.ts'
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
        `select id, person_id as "personId", kind as type, note, started_at as "startedAt", seconds,
           is_billable as "isBillable", ${rateColumn('t')} as rate
         from app.time_entries t where company_id = $1 and request_id = $2 and id = $3
           and (deleted_at is not null) = $4 for update`,
        [request.companyId, request.id, entryId.toLowerCase(), deleted],
      )
    : []
  if (!entry) throw new Stop('not_found', words.noSuchEntry)
  if (entry.personId !== actor.id && !isSupervisor(actor, request))
    throw new Stop('forbidden', words.notYours)
  return entry
}

export const rateColumn = (t: string): string =>
  `case when ${t}.rate_amount is not null then json_build_object('amount', ${t}.rate_amount::text,
     'currency', ${t}.rate_currency) end`
