import type { AssetFields } from '@deskhand/contract'
import { type RawBuilder, sql } from 'kysely'

/** What a column of `app.assets` is made of, where it comes as JSON from the stream. Money has two columns. */
const columnTypes: Record<keyof AssetFields, string> = {
  assetTag: 'text',
  name: 'text',
  serialNumber: 'text',
  modelId: 'uuid',
  categoryId: 'uuid',
  ownership: 'text',
  leaseEndsOn: 'date',
  lessor: 'text',
  supplier: 'text',
  orderNumber: 'text',
  purchaseDate: 'date',
  purchaseCost: 'jsonb',
  warrantyEndsOn: 'date',
  endOfLifeOn: 'date',
  costCenterId: 'uuid',
  customFields: 'jsonb',
  notes: 'text',
  lockedFields: 'text[]',
  status: 'text',
  subStatus: 'text',
  personId: 'uuid',
  parentAssetId: 'uuid',
  locationId: 'uuid',
  dueAt: 'timestamptz',
  condition: 'text',
  acceptance: 'text',
  isDisputed: 'boolean',
  source: 'text',
  successorId: 'uuid',
  deletedAt: 'timestamptz',
}

const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const plain = Object.entries(columnTypes).filter(
  ([field]) => field !== 'purchaseCost' && field !== 'assetTag',
)
const pastColumns = sql.raw(plain.map(([field]) => `x."${field}" as ${snake(field)}`).join(', '))
const stateColumns = sql.raw(
  Object.entries(columnTypes)
    .map(([field, type]) => `"${field}" ${type}`)
    .join(', '),
)

/**
 * The things of `app.assets now` as they were at a moment, in the columns of the table: the fold of their events until
 * then (decision 80). What the order of a list needs (`created_at`, `asset_tag`, `id`) never changes and is taken from
 * the row of today, so that an index gives the order and only what is looked at is folded.
 */
export const assetsAt = (moment: Date, which: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> => sql`(
  select now.company_id, now.id, now.created_at, now.asset_tag, past.at as updated_at, past.version, ${pastColumns},
    (x."purchaseCost" ->> 'amount')::bigint as purchase_cost, x."purchaseCost" ->> 'currency' as purchase_currency
  from app.assets now
  cross join lateral (
    select jsonb_object_agg(f.key, f.value -> 1 order by e.subject_version) as state,
      max(e.subject_version) as version, max(e.at) as at
    from app.events e cross join lateral jsonb_each(e.changes) f
    where e.company_id = now.company_id and e.subject_id = now.id and e.subject_version is not null
      and e.at <= ${moment}::timestamptz) past
  cross join lateral jsonb_to_record(past.state) as x(${stateColumns})
  where now.created_at <= ${moment}::timestamptz and past.state is not null and ${which})`
