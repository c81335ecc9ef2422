import type { AccessoryOut, CountedItem } from '@deskhand/contract'
import { mustKeep } from '../../assets/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, type ItemRecord, lockItems, readReceiver } from '../access.ts'
import { between, issuedTo } from '../rules.ts'
import { words } from '../words.ts'
import { bookAll } from './book.ts'
import type { Deed } from './done.ts'

type Along = { assetId: string; personId: string; wanted: readonly AccessoryOut[] }

/**
 * Issues what goes along with a thing to whoever gets it, all or none, as a part of another deed whose operation its
 * record has. The movements name both, the person and the thing, so that it is known what to ask for when it comes back.
 */
export async function giveAlong(deed: Deed, { assetId, personId, wanted }: Along): Promise<CountedItem[]> {
  if (wanted.length === 0) return []
  const { tx, actor } = deed
  const field = 'accessories'
  const receiver = await readReceiver(tx, { personId }, { gets: true })
  const items = await itemsOf(tx, wanted, (at) => `${field}/${at}`)
  for (const item of items) mustKeep(actor, item)
  const places = await tx.query<There>(findPlaces, [
    tx.whose.companyId,
    items.map(({ id }) => id),
    wanted.map(({ locationId }) => locationId ?? null),
  ])
  const short: string[] = []
  const entries = wanted.flatMap(({ locationId, quantity }, at) => {
    const item = items[at]
    if (!item) return []
    const there = places.filter(({ itemId }) => itemId === item.id)
    const place = locationId ? there.find(({ id }) => id === locationId.toLowerCase()) : there[0]
    if (locationId && !place) throw refuseField(`${field}/${at}/locationId`, words.noSuchPlace)
    if (!place || place.quantity < quantity) {
      short.push(words.tooFew(quantity, item.name, place?.quantity ?? 0))
      return []
    }
    const movement = { kind: 'ISSUE' as const, quantity, personId, assetId }
    const to = issuedTo(item.kind, receiver)
    const lines = between({ account: 'PLACE', locationId: place.id }, to, quantity)
    return [{ item, itemId: item.id, movement, lines }]
  })
  if (short.length > 0) throw new Stop('conflict', words.short(short))
  const movementIds = await bookAll(deed, entries)
  return entries.map(({ item, movement: { quantity } }, at) => {
    deed.record('stock_item.issued', about(item), { movementId: movementIds[at] ?? '', quantity })
    return { name: item.name, quantity }
  })
}

/** The items that a body names, locked, in its order; `fieldOf` is where each is named. */
export async function itemsOf(
  tx: Tx,
  named: readonly { stockItemId: string }[],
  fieldOf: (at: number) => string,
): Promise<ItemRecord[]> {
  const found = await lockItems(
    tx,
    named.map(({ stockItemId }) => stockItemId),
  )
  return named.map(({ stockItemId }, at) => {
    const item = found.find(({ id }) => id === stockItemId.toLowerCase())
    if (!item) throw refuseField(`${fieldOf(at)}/stockItemId`, words.noSuchItem)
    return item
  })
}

type There = { itemId: string; id: string; quantity: number }

// Where there is most of it comes first; a place that is named is among them although nothing is there.
const findPlaces = `
  select wanted.item_id as "itemId", l.id, coalesce(b.quantity, 0)::float8 as quantity
  from unnest($2::uuid[], $3::uuid[]) wanted(item_id, location_id)
  join app.locations l on l.company_id = $1
  left join app.stock_balances b on b.company_id = $1 and b.item_id = wanted.item_id and b.account = 'PLACE'
    and b.holder_id = l.id
  where l.id = wanted.location_id or (wanted.location_id is null and b.quantity > 0)
  order by 3 desc, lower(l.name), l.id`
