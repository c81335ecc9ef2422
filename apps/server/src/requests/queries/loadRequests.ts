import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/kysely.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { isSupervisor, noSuchRequest, type RequestRecord, records, visibleTo } from '../access.ts'
import { words } from '../words.ts'

/** Several requests as `loadRequest` gives one, locked in one order unless told not to; one hidden or missing stops all. */
export async function loadRequests(
  { db, actor }: { db: Db; actor: Actor },
  names: readonly string[],
  { lock = true }: { lock?: boolean } = {},
): Promise<RequestRecord[]> {
  const ids = names.map((name) => name.toLowerCase()).filter(isUuid)
  const references = names.map((name) => name.toUpperCase())
  const found = await records(db)
    .where('requests.companyId', '=', actor.companyId)
    .where(
      sql<boolean>`(requests.id = any (${ids}::uuid[]) or requests.reference_number = any (${references}))`,
    )
    .where(visibleTo(actor))
    .orderBy('requests.id')
    .$if(lock, (query) => query.forUpdate('requests'))
    .execute()
  return names.map((name) => {
    const one = found.find(
      ({ id, referenceNumber }) => id === name.toLowerCase() || referenceNumber === name.toUpperCase(),
    )
    if (!one || (one.deletedAt && !isSupervisor(actor, one))) throw noSuchRequest()
    if (one.deletedAt) throw new Stop('state', words.inTrash)
    return one
  })
}

/**
 * Where what is written to a merged request lands: at the end of the chain, locked. Its door is not asked,
 * because who writes need not see it: they answer through their own.
 */
export async function loadMerged(db: Db, { companyId, id }: RequestRecord): Promise<RequestRecord> {
  const end = sql<string>`(with recursive chain as (
      select r.id, r.merged_into_id from app.requests r where r.company_id = ${companyId} and r.id = ${id}
      union select r.id, r.merged_into_id from chain join app.requests r
        on r.company_id = ${companyId} and r.id = chain.merged_into_id)
    select id from chain where merged_into_id is null)`
  const request = await records(db)
    .where('requests.companyId', '=', companyId)
    .where('requests.id', '=', end)
    .forUpdate('requests')
    .executeTakeFirst()
  if (!request || request.deletedAt) throw new Stop('state', words.mergedAway)
  return request
}
