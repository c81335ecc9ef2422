import { type TimeEntry, times } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../../requests/access.ts'
import { mustBookTime, type Place, placeOf, rateColumn } from '../access.ts'
import { costsOf } from '../rules.ts'

export const list = handle(times.list, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  mustBookTime(actor, request)
  const data = await readEntries(tx, actor, placeOf(actor, request))
  const seconds = (of: readonly TimeEntry[]) => of.reduce((sum, entry) => sum + (entry.seconds ?? 0), 0)
  const totals = {
    seconds: seconds(data),
    billableSeconds: seconds(data.filter(({ isBillable }) => isBillable)),
    costs: costsOf(data),
  }
  return { data, totals }
})

/** The entries of a request, newest first, or one of them. */
export const readEntries = (
  tx: Tx,
  actor: Actor,
  { companyId, requestId, mayChangeAll }: Place,
  entryId: string | null = null,
): Promise<TimeEntry[]> =>
  tx.query<TimeEntry>(
    `select t.id, t.request_id as "requestId", t.person_id as "personId", p.name as "personName", t.kind as type,
       t.note, to_json(t.started_at) #>> '{}' as "startedAt", t.seconds, t.is_billable as "isBillable",
       ${rateColumn('t')} as rate, to_json(t.corrected_at) #>> '{}' as "correctedAt",
       (t.person_id = $3 or $4) as "isMine"
     from app.time_entries t join app.people p on p.company_id = t.company_id and p.id = t.person_id
     where t.company_id = $1 and t.request_id = $2 and t.deleted_at is null and ($5::uuid is null or t.id = $5)
     order by t.started_at desc, t.id desc`,
    [companyId, requestId, actor.id, mayChangeAll, entryId],
  )

/** An entry that was just written. */
export async function readEntry(tx: Tx, actor: Actor, place: Place, entryId: string): Promise<TimeEntry> {
  const [entry] = await readEntries(tx, actor, place, entryId)
  if (!entry) throw new Error('An entry that was just written is not there.')
  return entry
}
