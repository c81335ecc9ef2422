import { type StockItem, stock } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { inStock, itemColumns, itemSources, worst } from './columns.ts'

/** By what a page is sorted, as text that sorts like it. */
const values = {
  name: 'lower(i.name)',
  inStock: `lpad(${inStock}::bigint::text, 15, '0')`,
  kind: `i.kind || ' ' || lower(i.name)`,
}

/** A company has some hundreds of items at most, so that what is counted for each is counted once for all. */
export const list = handle(stock.list, async ({ tx, actor, query }) => {
  const isDown = query.sort.startsWith('-')
  // The contract knows no other sorting.
  const value = values[query.sort.replace('-', '') as keyof typeof values]
  const after = readCursor(query.cursor, { value: 'line', id: 'uuid' })
  const rows = await tx.query<StockItem & { value: string }>(
    `select * from (select ${itemColumns}, left(${value}, 200) as value ${itemSources}
       where i.company_id = $1 and ($2 or i.retired_at is null)
         and ($3::text is null or strpos(lower(concat_ws(' ', i.name, i.sku, i.supplier)), lower($3)) > 0)
         and ($4::text[] is null or i.kind = any ($4))
         and ($5::text[] is null or substr(${worst}, 2) = any ($5))
         and ($6::uuid is null or exists (select from app.stock_balances b where b.company_id = i.company_id
           and b.item_id = i.id and b.account = 'PLACE' and b.holder_id = $6 and b.quantity > 0))
         and ($7::uuid is null or exists (select from app.stock_fits f where f.company_id = i.company_id
           and f.item_id = i.id and f.model_id = $7))) one
     where $8::text is null or (value, id) ${isDown ? '<' : '>'} ($8, $9::uuid)
     order by value ${isDown ? 'desc' : ''}, id ${isDown ? 'desc' : ''} limit $10`,
    [
      actor.companyId,
      query.withRetired ?? false,
      query.text?.trim() || null,
      query.kind ?? null,
      query.state ?? null,
      query.locationId ?? null,
      query.modelId ?? null,
      after?.value ?? null,
      after?.id ?? null,
      query.limit + 1,
    ],
  )
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = rows.length > query.limit && last ? cursorOf(last.value, last.id) : null
  const data = shown.map(({ value: _, ...item }) => item)
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})
