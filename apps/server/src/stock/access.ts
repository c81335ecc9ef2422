import type { StockKind } from '@deskhand/contract'
import { mustKeep } from '../assets/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { words } from './words.ts'

/** An item as commands hold it. */
export type ItemRecord = {
  id: string
  name: string
  kind: StockKind
  sku: string | null
  unit: string
  supplier: string | null
  unitCost: { amount: string; currency: string } | null
  notes: string | null
  deskId: string | null
  isActive: boolean
  version: number
}

/** What every movement works with; nobody is Deskhand itself. */
export type Work = { tx: Tx; actor: Pick<Actor, 'id' | 'name'> | null; record: RecordEvent }
type Inside = { tx: Tx; ifMatch?: readonly string[] | null }

const records = `
  select i.id, i.name, i.kind, i.sku, i.unit, i.supplier, i.notes, i.desk_id as "deskId",
    case when i.unit_cost is not null
      then json_build_object('amount', i.unit_cost::text, 'currency', i.unit_cost_currency) end as "unitCost",
    i.retired_at is null as "isActive", i.version
  from app.stock_items i`

/**
 * An item of the company. `lock` holds it until the commit: whoever moves something of it waits here, and what is then
 * read of its balances stays true.
 */
export async function loadItem(
  { tx, ifMatch }: Inside,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<ItemRecord> {
  const [item] = isUuid(id.toLowerCase())
    ? await tx.query<ItemRecord>(
        `${records} where i.company_id = $1 and i.id = $2 ${lock ? 'for update of i' : ''}`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!item) throw new Stop('not_found', words.noSuchItem)
  if (ifMatch && !ifMatch.includes(String(item.version)))
    throw new Stop('stale', words.stale, { current: item })
  return item
}

/** Items of the company that are there, locked in one order for all. */
export const lockItems = (tx: Tx, ids: readonly string[]): Promise<ItemRecord[]> =>
  tx.query<ItemRecord>(
    `${records} where i.company_id = $1 and i.id = any ($2::uuid[]) order by i.id for update of i`,
    [tx.whose.companyId, ids],
  )

/** A locked item that this person keeps. */
export async function loadKept(inside: Inside & { actor: Actor }, id: string): Promise<ItemRecord> {
  const item = await loadItem(inside, id, { lock: true })
  mustKeep(inside.actor, item)
  return item
}

export const about = (item: Pick<ItemRecord, 'id' | 'name' | 'deskId'>): Subject => ({
  type: 'stock_item',
  id: item.id,
  ref: item.name,
  ...(item.deskId && { deskId: item.deskId }),
})

export type Place = { id: string; name: string; isUsed: boolean }

/** A place of the company; `into` says that something is to come there. */
export async function readPlace(
  tx: Tx,
  id: string,
  { field = 'locationId', into = false }: { field?: string; into?: boolean } = {},
): Promise<Place> {
  const [place] = await tx.query<Place>(
    'select id, name, retired_at is null as "isUsed" from app.locations where company_id = $1 and id = $2',
    [tx.whose.companyId, id],
  )
  if (!place) throw refuseField(field, words.noSuchPlace)
  if (into && !place.isUsed) throw refuseField(field, words.placeGone(place.name))
  return place
}

/** Places into which something is to come, by their ids as they were asked for; each `field` is what names one. */
export async function readPlaces(
  tx: Tx,
  asked: readonly { id: string; field: string }[],
): Promise<Map<string, Place>> {
  if (asked.length === 0) return new Map()
  const found = await tx.query<Place>(
    'select id, name, retired_at is null as "isUsed" from app.locations where company_id = $1 and id = any ($2::uuid[])',
    [tx.whose.companyId, asked.map(({ id }) => id)],
  )
  return new Map(
    asked.map(({ id, field }) => {
      const place = found.find((one) => one.id === id.toLowerCase())
      if (!place) throw refuseField(field, words.noSuchPlace)
      if (!place.isUsed) throw refuseField(field, words.placeGone(place.name))
      return [id, place]
    }),
  )
}

export type Receiver = { kind: 'person' | 'thing'; id: string; name: string }
type Target = { personId?: string | undefined; assetId?: string | undefined }

/** Who or what gets something or gives it back; only who is here and what is in use gets something. */
export async function readReceiver(tx: Tx, target: Target, { gets }: { gets: boolean }): Promise<Receiver> {
  if (target.personId) {
    const [person] = await tx.query<{ id: string; name: string; isHere: boolean }>(
      `select id, name, state in ('ACTIVE', 'INVITED') and deleted_at is null as "isHere"
       from app.people where company_id = $1 and id = $2`,
      [tx.whose.companyId, target.personId],
    )
    if (!person) throw refuseField('personId', words.noSuchPerson)
    if (gets && !person.isHere) throw refuseField('personId', words.hasLeft(person.name))
    return { kind: 'person', id: person.id, name: person.name }
  }
  const [thing] = await tx.query<{ id: string; name: string; isUsed: boolean }>(
    `select id, asset_tag as name, status not in ('RETIRED', 'VOID', 'MISSING') as "isUsed"
     from app.assets where company_id = $1 and id = $2 and deleted_at is null`,
    [tx.whose.companyId, target.assetId],
  )
  if (!thing) throw refuseField('assetId', words.noSuchThing)
  if (gets && !thing.isUsed) throw refuseField('assetId', words.thingGone(thing.name))
  return { kind: 'thing', id: thing.id, name: thing.name }
}
