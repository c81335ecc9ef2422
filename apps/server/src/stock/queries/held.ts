import { type StockHeld, type StockPart, stock } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { readAlong } from './along.ts'
import { heldColumns, heldSources, inStock } from './columns.ts'

const readHeld = (tx: Tx, account: 'PERSON' | 'ASSET', id: string): Promise<StockHeld[]> =>
  tx.query<StockHeld>(
    `select ${heldColumns} ${heldSources}
     where b.company_id = $1 and b.account = $2 and b.holder_id = $3 and b.quantity > 0 order by lower(i.name), i.id`,
    [tx.whose.companyId, account, id],
  )

export const mine = handle(stock.mine, async ({ tx, actor }) => ({
  data: await readHeld(tx, 'PERSON', actor.id),
}))

export const ofPerson = handle(stock.ofPerson, async ({ tx, params }) => {
  const id = params.id.toLowerCase()
  const [person] = isUuid(id)
    ? await tx.query('select from app.people where company_id = $1 and id = $2', [tx.whose.companyId, id])
    : []
  if (!person) throw new Stop('not_found', words.noSuchPerson)
  return { data: await readHeld(tx, 'PERSON', id), along: await readAlong(tx, { personId: id }) }
})

/** The same for whoever has only the thing itself: they read nothing here, by row-level security. */
export const ofAsset = handle(stock.ofAsset, async (inside) => {
  const { tx, actor, params } = inside
  const asset = await loadAsset({ tx, actor }, params.id)
  const fits = await tx.query<StockPart>(
    `select i.id, i.name, i.kind, i.unit, i.sku, ${inStock} as "inStock",
       (select coalesce(json_agg(json_build_object('locationId', l.id, 'locationName', l.name,
           'quantity', b.quantity) order by b.quantity desc, lower(l.name)), '[]')
         from app.stock_balances b join app.locations l on l.company_id = b.company_id and l.id = b.holder_id
         where b.company_id = i.company_id and b.item_id = i.id and b.account = 'PLACE' and b.quantity > 0) as places
     from app.stock_fits f join app.stock_items i on i.company_id = f.company_id and i.id = f.item_id
     where f.company_id = $1 and f.model_id = $2 and i.retired_at is null order by lower(i.name), i.id`,
    [actor.companyId, asset.modelId],
  )
  return {
    fits,
    has: await readHeld(tx, 'ASSET', asset.id),
    along: await readAlong(tx, { assetIds: [asset.id] }),
  }
})
