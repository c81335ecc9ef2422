import { type AssetRecord, lockAssets, mustKeep } from '../assets/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import type { Receiver } from './rules.ts'
import { words } from './words.ts'

/** What every hand-over works with. */
export type Work = { tx: Tx; actor: Actor; record: RecordEvent }

/** Who or what is to get something, as a body names it: exactly one. */
export type Target = {
  personId?: string | undefined
  locationId?: string | undefined
  assetId?: string | undefined
}

/**
 * The receiver of these things, whoever keeps them. A thing as receiver is held, so that nobody deletes or retires it
 * before it has what it gets: whoever does so at the same time is waited for, and seen.
 */
export async function readReceiver(
  { tx, actor }: Pick<Work, 'tx' | 'actor'>,
  target: Target,
  thingIds: readonly string[],
): Promise<Receiver> {
  const { companyId } = actor
  if (target.personId) {
    const [person] = await tx.query<{ id: string; name: string; isHere: boolean }>(findPerson, [
      companyId,
      target.personId,
    ])
    if (!person) throw refuseField('personId', words.noSuchPerson)
    return { kind: 'person', ...person }
  }
  if (target.locationId) {
    const [place] = await tx.query<{ id: string; name: string; isUsed: boolean }>(findPlace, [
      companyId,
      target.locationId,
    ])
    if (!place) throw refuseField('locationId', words.noSuchPlace)
    return { kind: 'place', ...place }
  }
  // Two that are put into each other at once would each see only its own half of the circle.
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`things in things of ${companyId}`])
  const [thing] = await tx.query<{ id: string; name: string; isUsed: boolean; isInside: boolean }>(
    findThing,
    [companyId, target.assetId, thingIds],
  )
  if (!thing) throw refuseField('assetId', words.noSuchThing)
  return { kind: 'thing', ...thing }
}

/** Names of who or what has these things, by their ids. */
export async function readHolders(tx: Tx, assets: readonly AssetRecord[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(findHolders, [
    tx.whose.companyId,
    assets.map(({ id }) => id),
  ])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Locks these things in one order for all; each must be there, and kept by this person. */
export async function lockAll(
  work: Pick<Work, 'tx' | 'actor'>,
  ids: readonly string[],
): Promise<AssetRecord[]> {
  const found = await lockAssets(work, [...new Set(ids)])
  const byId = new Map(found.map((asset) => [asset.id, asset]))
  return ids.map((id) => {
    const asset = byId.get(id)
    if (!asset) throw new Stop('not_found', words.noSuchThing)
    mustKeep(work.actor, asset)
    return asset
  })
}

const findPerson = `
  select id, name, state in ('ACTIVE', 'INVITED') and deleted_at is null as "isHere"
  from app.people where company_id = $1 and id = $2`

const findPlace = `
  select id, name, retired_at is null as "isUsed" from app.locations where company_id = $1 and id = $2`

const findThing = `
  with recursive above as (
    select a.id, a.parent_asset_id from app.assets a where a.company_id = $1 and a.id = $2
    union
    select a.id, a.parent_asset_id from app.assets a join above on a.company_id = $1 and a.id = above.parent_asset_id)
  select a.id, a.asset_tag as name, a.status not in ('RETIRED', 'VOID', 'MISSING') as "isUsed",
    exists (select from above where above.id = any ($3::uuid[])) as "isInside"
  from app.assets a where a.company_id = $1 and a.id = $2 and a.deleted_at is null for share of a`

const findHolders = `
  select a.id, coalesce(p.name, t.asset_tag, l.name, '${words.nobody}') as name from app.assets a
  left join app.people p on p.company_id = a.company_id and p.id = a.person_id
  left join app.assets t on t.company_id = a.company_id and t.id = a.parent_asset_id
  left join app.locations l on l.company_id = a.company_id and l.id = a.location_id
  where a.company_id = $1 and a.id = any ($2::uuid[])`
