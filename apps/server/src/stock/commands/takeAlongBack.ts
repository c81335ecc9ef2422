import type { AccessoryBack, CountedItem } from '@deskhand/contract'
import { mustKeep } from '../../assets/access.ts'
import { refuseField } from '../../platform/stop.ts'
import { about, readPlace } from '../access.ts'
import { readAlong } from '../queries/along.ts'
import { between, issuedTo } from '../rules.ts'
import { words } from '../words.ts'
import { bookAll } from './book.ts'
import type { Deed } from './done.ts'
import { itemsOf } from './giveAlong.ts'

type Back = { assetId: string; personId: string | null; returned: readonly AccessoryBack[] }

/** Takes back what came with a thing, as a part of another deed; what is not named stays with whoever has it, and is told. */
export async function takeAlongBack(
  deed: Deed,
  { assetId, personId, returned }: Back,
): Promise<{ back: CountedItem[]; missing: CountedItem[] }> {
  const { tx, actor } = deed
  const field = 'returnedAccessories'
  const items = await itemsOf(tx, returned, field)
  const along = (await readAlong(tx, assetId)).filter((one) => one.personId === personId)
  const entries = await Promise.all(
    returned.map(async ({ quantity, locationId }, at) => {
      const item = items[at]
      const out = along.find(({ itemId }) => itemId === item?.id)
      if (!item || !out) throw refuseField(`${field}/${at}/stockItemId`, words.notAlong(item?.name ?? ''))
      mustKeep(actor, item)
      if (out.quantity < quantity)
        throw refuseField(`${field}/${at}/quantity`, words.hasOnly(out.personName, out.quantity))
      const place = await readPlace(tx, locationId ?? out.locationId, {
        field: `${field}/${at}/locationId`,
        into: true,
      })
      const holder = { kind: 'person', id: out.personId } as const
      const movement = { kind: 'RETURN' as const, quantity, personId: out.personId, assetId }
      const to = { account: 'PLACE', locationId: place.id } as const
      const lines = between(issuedTo(item.kind, holder), to, quantity)
      return { item, itemId: item.id, movement, lines }
    }),
  )
  const movementIds = await bookAll(deed, entries)
  for (const [at, { item, movement }] of entries.entries())
    deed.record('stock_item.returned', about(item), {
      movementId: movementIds[at] ?? '',
      quantity: movement.quantity,
    })
  return {
    back: entries.map(({ item, movement }) => ({ name: item.name, quantity: movement.quantity })),
    missing: along.flatMap(({ itemId, name, quantity }) => {
      const came = entries.find((entry) => entry.itemId === itemId)?.movement.quantity ?? 0
      return quantity > came ? [{ name, quantity: quantity - came }] : []
    }),
  }
}
