import type { assetQuery } from '@deskhand/contract'
import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import { readCursor } from '../../requests/queries/cursor.ts'

type Sort = z.output<typeof assetQuery>['sort']

const columns = {
  assetTag: { column: sql`a.asset_tag`, form: 'line', type: sql`text` },
  createdAt: { column: sql`a.created_at`, form: 'time', type: sql`timestamptz` },
  updatedAt: { column: sql`a.updated_at`, form: 'time', type: sql`timestamptz` },
  warrantyEndsOn: {
    column: sql`coalesce(a.warranty_ends_on, 'infinity'::date)`,
    form: 'day',
    type: sql`date`,
  },
  leaseEndsOn: { column: sql`coalesce(a.lease_ends_on, 'infinity'::date)`, form: 'day', type: sql`date` },
} as const

/** The key behind `field:` or `-field:`, or null. */
export const ownFieldOf = (sort: Sort): string | null => /^-?field:(.+)$/.exec(sort)?.[1] ?? null

/** An own field as it is compared: numbers and amounts as numbers; what has nothing in it comes after all else. */
function ownField(key: string) {
  const value = sql`(a.custom_fields -> ${key})`
  return {
    column: sql`coalesce(to_jsonb((${value} ->> 'amount')::numeric), nullif(${value}, 'null'), '{}')`,
    form: 'json',
    type: sql`jsonb`,
  } as const
}

/** How the list is ordered, in the order of an index, and where its next page begins. */
export function orderOf(sort: Sort, cursor: string | undefined) {
  const isDown = sort.startsWith('-')
  const own = ownFieldOf(sort)
  // What is left of the name behind its sign is a key of the table above, because the contract lists both.
  const by = own ? ownField(own) : columns[sort.replace('-', '') as keyof typeof columns]
  const after = readCursor(cursor, { value: by.form, id: 'uuid' })
  const way = isDown ? sql`desc` : sql`asc`
  const past = isDown ? sql`<` : sql`>`
  const rest: RawBuilder<boolean> | null = after
    ? sql`(${by.column}, a.id) ${past} (${after.value}::${by.type}, ${after.id}::uuid)`
    : null
  return {
    column: own ? sql`(${by.column})::text` : by.column,
    keys: sql`${by.column} ${way}, a.id ${way}`,
    rest,
  }
}
