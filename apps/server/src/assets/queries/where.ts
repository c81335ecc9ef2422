import type { assetQuery } from '@deskhand/contract'
import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import { ownConditions } from './ownField.ts'

type Filter = Omit<z.output<typeof assetQuery>, 'sort' | 'limit' | 'cursor' | 'asOf' | 'isDeleted'>
type Condition = RawBuilder<unknown>

type Values = readonly string[] | undefined
const among = (column: Condition, values: Values): Condition[] =>
  values ? [sql`${column} = any (${values}::text[])`] : []
const amongIds = (column: Condition, ids: Values): Condition[] =>
  ids ? [sql`${column} = any (${ids}::uuid[])`] : []

/** The conditions of the list on `a`, whether that is the table or how it was at a moment. */
export function conditionsOf(filter: Filter, actor: Actor): Condition[] {
  const company = sql`${actor.companyId}::uuid`
  const { q, notSeenDays } = filter
  return [
    ...among(sql`a.status`, filter.status),
    ...among(sql`a.sub_status`, filter.subStatus),
    ...among(sql`a.source`, filter.source),
    ...among(sql`a.ownership`, filter.ownership),
    ...among(sql`a.acceptance`, filter.acceptance),
    ...among(sql`a.condition`, filter.condition),
    ...amongIds(sql`a.model_id`, filter.modelId),
    ...amongIds(sql`a.category_id`, filter.categoryId),
    ...(filter.parentAssetId ? [sql`a.parent_asset_id = ${filter.parentAssetId}::uuid`] : []),
    ...(filter.personId ? [heldBy(filter.personId, actor)] : []),
    ...(filter.manufacturerId
      ? [
          sql`a.model_id in (select m.id from app.asset_models m
            where m.company_id = ${company} and m.manufacturer_id = any (${filter.manufacturerId}::uuid[]))`,
        ]
      : []),
    ...(filter.locationId
      ? [
          sql`a.location_id in (select l.id from app.locations l
            where l.company_id = ${company} and l.path @> array[${filter.locationId}::uuid])`,
        ]
      : []),
    ...(filter.warrantyEndsFrom ? [sql`a.warranty_ends_on >= ${filter.warrantyEndsFrom}::date`] : []),
    ...(filter.purchasedFrom ? [sql`a.purchase_date >= ${filter.purchasedFrom}::date`] : []),
    ...(filter.purchasedBefore ? [sql`a.purchase_date < ${filter.purchasedBefore}::date`] : []),
    ...(filter.paidIn ? [sql`a.purchase_cost is not null and a.purchase_currency = ${filter.paidIn}`] : []),
    ...(filter.department
      ? [
          sql`a.person_id in (select p.id from app.people p
            where p.company_id = ${company} and p.department = ${filter.department})`,
        ]
      : []),
    ...(filter.warrantyEndsBefore
      ? [sql`coalesce(a.warranty_ends_on, 'infinity'::date) < ${filter.warrantyEndsBefore}::date`]
      : []),
    ...(filter.leaseEndsBefore
      ? [sql`coalesce(a.lease_ends_on, 'infinity'::date) < ${filter.leaseEndsBefore}::date`]
      : []),
    ...(filter.dueBefore ? [sql`a.due_at < ${filter.dueBefore}::timestamptz`] : []),
    ...(notSeenDays
      ? [notSeenSince(company, new Date(clock.now().getTime() - notSeenDays * 86_400_000))]
      : []),
    ...ownConditions(filter.own ?? []),
    ...(q ? [looksLike(company, q)] : []),
  ]
}

function heldBy(persons: readonly string[], actor: Actor): Condition {
  const ids = persons.flatMap((one) => (one === 'none' ? [] : [one === 'me' ? actor.id : one]))
  const parts = [
    ...(ids.length > 0 ? [sql`a.person_id = any (${ids}::uuid[])`] : []),
    ...(persons.includes('none') ? [sql`a.person_id is null`] : []),
  ]
  return sql`(${sql.join(parts, sql` or `)})`
}

/** Never seen counts from when it was added. */
const notSeenSince = (
  company: Condition,
  since: Date,
): Condition => sql`a.created_at < ${since} and not exists (
  select from app.asset_sightings s where s.company_id = ${company} and s.asset_id = a.id and s.seen_at >= ${since})`

function looksLike(company: Condition, typed: string): Condition {
  const like = `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql`(a.asset_tag || ' ' || coalesce(a.serial_number, '') || ' ' || coalesce(a.name, '') ilike ${like}
    or a.model_id in (select m.id from app.asset_models m where m.company_id = ${company} and m.name ilike ${like})
    or a.person_id in (select p.id from app.people p where p.company_id = ${company} and p.name ilike ${like}))`
}
