import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db/kysely.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { loadRequest, type RequestRecord } from '../requests/access.ts'
import { mayLinkThing, whyNoLink } from './rules.ts'
import { words } from './words.ts'

type Inside = { tx: Tx; db: Db; actor: Actor; ifMatch?: readonly string[] | null }
export type LinkableThing = { id: string; assetTag: string; personId: string | null }

/** A locked request to which the caller may link things now. */
export async function loadOpenToThings(inside: Inside, id: string): Promise<RequestRecord> {
  const request = await loadRequest(inside, id, { lock: true })
  const refusal = whyNoLink(inside.actor, request)
  if (refusal) throw new Stop(refusal.code, refusal.sentence)
  return request
}

/**
 * These things, where the caller sees all of them and may link them; else 422 that names the first that they may not. They
 * are held until the commit: nobody deletes one meanwhile.
 */
export async function linkable(
  { tx, actor }: Pick<Inside, 'tx' | 'actor'>,
  request: RequestRecord,
  ids: readonly string[],
  field: (at: number) => string,
): Promise<LinkableThing[]> {
  if (ids.length === 0) return []
  const things = await tx.query<LinkableThing>(
    `select a.id, a.asset_tag as "assetTag", a.person_id as "personId" from app.assets a
     where a.company_id = $1 and a.id = any ($2::uuid[]) and a.deleted_at is null
     order by a.id for key share of a`,
    [request.companyId, ids],
  )
  const known = new Map(things.map((thing) => [thing.id, thing]))
  return ids.map((id, at) => {
    const thing = known.get(id.toLowerCase())
    if (!thing) throw refuseField(field(at), words.noSuchAsset)
    if (!mayLinkThing(actor, request, thing)) throw refuseField(field(at), words.onlyOwn)
    return thing
  })
}
