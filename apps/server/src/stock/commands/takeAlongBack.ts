import type { AccessoryBack, CountedItem } from '@deskhand/contract'
import { mustKeep } from '../../assets/access.ts'
import { refuseField } from '../../platform/stop.ts'
import { about, readPlaces } from '../access.ts'
import { readAlong } from '../queries/along.ts'
import { between, issuedTo } from '../rules.ts'
import { words } from '../words.ts'
import { bookAll } from './book.ts'
import type { Deed } from './done.ts'
import { itemsOf } from './giveAlong.ts'

/** A thing that comes back, from whom, and what of it does; `field` is where the body names that. */
type Back = { assetId: string; personId: string | null; returned: readonly AccessoryBack[]; field: string }
/** What came back with a thing and what did not. */
export type CameBack = { back: CountedItem[]; missing: CountedItem[] }

/**
 * Takes back what came with things, as a part of another deed, and answers it by the thing; what is not named stays with
 * whoever has it, and is told.
 */
export async function takeAlongBack(deed: Deed, things: readonly Back[]): Promise<Map<string, CameBack>> {
  const { tx, actor } = deed
  const named = things.flatMap(({ assetId, personId, returned, field }) =>
    returned.map((one, at) => ({ ...one, assetId, personId, field: `${field}/${at}` })),
  )
  const items = await itemsOf(tx, named, (at) => named[at]?.field ?? '')
  const along = await readAlong(tx, { assetIds: things.map(({ assetId }) => assetId) })
  const coming = named.map(({ field, ...one }, at) => {
    const item = items[at]
    const out = along.find(
      ({ itemId, assetId, personId }) =>
        itemId === item?.id && assetId === one.assetId && personId === one.personId,
    )
    if (!item || !out) throw refuseField(`${field}/stockItemId`, words.notAlong(item?.name ?? ''))
    mustKeep(actor, item)
    if (out.quantity < one.quantity)
      throw refuseField(`${field}/quantity`, words.hasOnly(out.personName, out.quantity))
    return {
      ...one,
      item,
      out,
      place: { id: one.locationId ?? out.locationId, field: `${field}/locationId` },
    }
  })
  const places = await readPlaces(
    tx,
    coming.map(({ place }) => place),
  )
  const entries = coming.map(({ item, out, quantity, assetId, place }) => {
    const holder = { kind: 'person', id: out.personId } as const
    const movement = { kind: 'RETURN' as const, quantity, personId: out.personId, assetId }
    const to = { account: 'PLACE', locationId: places.get(place.id)?.id ?? place.id } as const
    return { item, itemId: item.id, movement, lines: between(issuedTo(item.kind, holder), to, quantity) }
  })
  const movementIds = await bookAll(deed, entries)
  for (const [at, { item, movement }] of entries.entries())
    deed.record('stock_item.returned', about(item), {
      movementId: movementIds[at] ?? '',
      quantity: movement.quantity,
    })
  return new Map(
    things.map(({ assetId, personId }) => {
      const came = coming.filter((one) => one.assetId === assetId)
      const missing = along.flatMap((out) => {
        if (out.assetId !== assetId || out.personId !== personId) return []
        const quantity = out.quantity - (came.find(({ item }) => item.id === out.itemId)?.quantity ?? 0)
        return quantity > 0 ? [{ name: out.name, quantity }] : []
      })
      return [assetId, { back: came.map(({ item, quantity }) => ({ name: item.name, quantity })), missing }]
    }),
  )
}
