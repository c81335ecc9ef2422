import { type StockTakeItem, stockTakes } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { instant, loadStockTake, thingName, thingSources } from '../access.ts'
import { isHidden } from './row.ts'

export const items = handle(stockTakes.items, async (inside) => {
  const { tx, actor, params, query } = inside
  const record = await loadStockTake(inside, params.id)
  const hidden = isHidden(actor, record)
  const after = readCursor(query.cursor, { value: 'line', id: 'uuid' })
  const rows = await tx.query<{ item: StockTakeItem }>(
    `select ${itemJson} as item ${itemSources}
     where i.company_id = $1 and i.stock_take_id = $2 and ($3::text[] is null or i.state = any ($3))
       and (not $4 or ${isElsewhere}) and (not $5 or i.state in ('FOUND', 'UNEXPECTED'))
       and ($6::text is null or (a.asset_tag, a.id) > ($6, $7::uuid))
     order by a.asset_tag, a.id limit $8`,
    [
      actor.companyId,
      record.id,
      // Counted blind, nobody asks what of it was expected.
      hidden ? null : (query.state ?? null),
      !hidden && (query.elsewhere ?? false),
      hidden,
      after?.value ?? null,
      after?.id ?? null,
      query.limit + 1,
    ],
  )
  const data = rows.slice(0, query.limit).map(({ item }) => (hidden ? withoutExpected(item) : item))
  const last = data.at(query.limit - 1)
  const next = rows.length > query.limit && last ? cursorOf(last.assetTag, last.assetId) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

const withoutExpected = (item: StockTakeItem): StockTakeItem => ({
  ...item,
  state: 'FOUND',
  expectedLocationId: null,
  expectedPlace: null,
  personName: null,
})

const isElsewhere = `(i.state = 'FOUND' and i.found_location_id <> i.expected_location_id)`
const nameOf = (table: string, id: string) =>
  `(select n.name from app.${table} n where n.company_id = i.company_id and n.id = i.${id})`

/** A line `i` of a stock-take with its thing `a`, as the contract has it. */
export const itemJson = `jsonb_build_object(
  'assetId', a.id, 'assetTag', a.asset_tag, 'name', ${thingName}, 'serialNumber', a.serial_number, 'state', i.state,
  'expectedLocationId', i.expected_location_id, 'expectedPlace', ${nameOf('locations', 'expected_location_id')},
  'personName', ${nameOf('people', 'expected_person_id')}, 'foundLocationId', i.found_location_id,
  'foundPlace', ${nameOf('locations', 'found_location_id')}, 'foundAt', ${instant('i.found_at')},
  'foundByName', ${nameOf('people', 'found_by_id')}, 'condition', i.condition, 'note', i.note,
  'photos', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'fileName', p.file_name) order by n.at desc), '[]')
    from app.stock_take_scans n join app.asset_files p on p.company_id = n.company_id and p.id = n.photo_id
    where n.company_id = i.company_id and n.stock_take_id = i.stock_take_id and n.asset_id = i.asset_id
      and p.deleted_at is null))`
export const itemSources = `
  from app.stock_take_items i
  join app.assets a on a.company_id = i.company_id and a.id = i.asset_id ${thingSources}`
