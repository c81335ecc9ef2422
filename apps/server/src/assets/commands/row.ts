import type { AssetFields } from '@deskhand/contract'

/** What a new thing is where nobody says otherwise. */
export const usual: Omit<AssetFields, 'assetTag' | 'categoryId' | 'status'> = {
  name: null,
  serialNumber: null,
  modelId: null,
  ownership: 'OWNED',
  leaseEndsOn: null,
  lessor: null,
  supplier: null,
  orderNumber: null,
  purchaseDate: null,
  purchaseCost: null,
  warrantyEndsOn: null,
  endOfLifeOn: null,
  costCenterId: null,
  customFields: {},
  notes: null,
  lockedFields: [],
  subStatus: null,
  personId: null,
  parentAssetId: null,
  locationId: null,
  dueAt: null,
  condition: null,
  acceptance: 'NONE',
  isDisputed: false,
  source: 'manual',
  successorId: null,
  deletedAt: null,
}

/** The columns of a row, by the name of each. */
export function rowOf({ purchaseCost, ...fields }: AssetFields): Record<string, unknown> {
  const money = {
    purchaseCost: purchaseCost?.amount ?? null,
    purchaseCurrency: purchaseCost?.currency ?? null,
  }
  const all = Object.entries({ ...fields, ...money }).map(([field, value]) => [snake(field), value])
  return Object.fromEntries(all)
}
const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const columns = [...Object.keys(usual), 'assetTag', 'categoryId', 'status', 'purchaseCurrency'].map(snake)

// The row as JSON becomes a row of the table, so that one prepared statement serves every change.
export const update = `
  update app.assets a set (${columns.join(', ')}) = (select ${columns.map((column) => `n.${column}`).join(', ')}
      from jsonb_populate_record(null::app.assets, $5::jsonb) n), version = $4 + 1, updated_at = $3
  where a.company_id = $1 and a.id = $2 and a.version = $4`

export const updateMany = `
  update app.assets a set (${columns.join(', ')}) = (select ${columns.map((column) => `n.${column}`).join(', ')}
      from jsonb_populate_record(null::app.assets, u.row) n), version = u.version + 1, updated_at = $2
  from jsonb_to_recordset($3::jsonb) u(id uuid, version int, row jsonb)
  where a.company_id = $1 and a.id = u.id and a.version = u.version`

export const insert = `
  insert into app.assets (company_id, id, created_at, updated_at, ${columns.join(', ')})
  select $1, n.id, $2, $2, ${columns.map((column) => `n.${column}`).join(', ')}
  from jsonb_populate_recordset(null::app.assets, $3::jsonb) n`

export const nextHolding = `
  with ended as (
    update app.asset_holdings h set during = tstzrange(lower(h.during), greatest($4, lower(h.during)))
    where h.company_id = $1 and h.asset_id = $2 and upper_inf(h.during) returning h.asset_id
  )
  insert into app.asset_holdings (company_id, asset_id, since_version, person_id, parent_asset_id, location_id, during)
  select a.company_id, a.id, $3, a.person_id, a.parent_asset_id, a.location_id, tstzrange($4, null)
  -- Reading what ended makes that come first: else the old holding would still be open beside the new one.
  from app.assets a, (select count(*) from ended) done where a.company_id = $1 and a.id = $2 and $5::boolean`

export const nextHoldings = `
  with others as (select * from unnest($3::uuid[], $4::boolean[]) o(id, is_held)),
  ended as (
    update app.asset_holdings h set during = tstzrange(lower(h.during), greatest($2, lower(h.during)))
    from others o where h.company_id = $1 and h.asset_id = o.id and upper_inf(h.during) returning h.asset_id
  )
  insert into app.asset_holdings (company_id, asset_id, since_version, person_id, parent_asset_id, location_id, during)
  select a.company_id, a.id, a.version, a.person_id, a.parent_asset_id, a.location_id, tstzrange($2, null)
  from app.assets a join others o on o.id = a.id and o.is_held, (select count(*) from ended) done
  where a.company_id = $1`

export const firstHoldings = `
  insert into app.asset_holdings (company_id, asset_id, since_version, person_id, parent_asset_id, location_id, during)
  select a.company_id, a.id, 1, a.person_id, a.parent_asset_id, a.location_id, tstzrange($2, null)
  from app.assets a where a.company_id = $1 and a.id = any ($3::uuid[])`
