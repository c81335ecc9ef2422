import type { Pools } from '../../platform/db/pools.ts'
import { transact } from '../../platform/db/transaction.ts'
import { assetColumns } from '../access.ts'

/** A thing whose row is not what its events say, and in what. */
export type Difference = { companyId: string; assetId: string; assetTag: string | null; fields: string[] }
export type Verified = { streams: number; events: number; differences: Difference[] }

/** So many streams in one transaction: memory stays flat however many there are. */
const batch = 500
/** More of one company say no more. */
const most = 1_000

/** Folds every stream of a company and holds it against its row, its version and who has it (decision 80). */
export async function verifyCompany(pools: Pools, companyId: string): Promise<Verified> {
  const done: Verified = { streams: 0, events: 0, differences: [] }
  const note = (found: readonly Omit<Difference, 'companyId'>[]) => {
    const room = most - done.differences.length
    done.differences.push(...found.slice(0, room).map((one) => ({ companyId, ...one })))
  }
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const [part] = await transact(pools.worker, { companyId, personId: null }, (tx) =>
      tx.query<{ streams: number; events: number; last: string | null; wrong: Wrong[] }>(fold, [
        companyId,
        after,
        batch,
      ]),
    )
    if (!part?.last) break
    done.streams += part.streams
    done.events += part.events
    note(
      part.wrong.map(({ assetId, assetTag, ...sides }) => ({ assetId, assetTag, fields: differing(sides) })),
    )
    after = part.last
  }
  const lost = await transact(pools.worker, { companyId, personId: null }, (tx) =>
    tx.query<{ assetId: string; assetTag: string | null }>(streamsWithoutRow, [companyId, most]),
  )
  note(lost.map((one) => ({ ...one, fields: ['row'] })))
  const orphans = await transact(pools.worker, { companyId, personId: null }, (tx) =>
    tx.query<{ assetId: string; assetTag: string | null; field: string }>(namesDeleted, [companyId, most]),
  )
  note(orphans.map(({ field, ...one }) => ({ ...one, fields: [field] })))
  return done
}

type Wrong = {
  assetId: string
  assetTag: string
  state: Record<string, unknown> | null
  row: Record<string, unknown>
  isWhole: boolean
  isHeldAlike: boolean
}

function differing({ state, row, isWhole, isHeldAlike }: Omit<Wrong, 'assetId' | 'assetTag'>): string[] {
  const keys = [...new Set([...Object.keys(state ?? {}), ...Object.keys(row)])].sort()
  // Both come from jsonb, which has one order of keys.
  const fields = keys.filter((key) => JSON.stringify(state?.[key]) !== JSON.stringify(row[key]))
  return [...fields, ...(isWhole ? [] : ['version']), ...(isHeldAlike ? [] : ['holdings'])]
}

const rowState = Object.entries(assetColumns)
  .map(([field, column]) => `'${field}', ${column}`)
  .join(', ')

const fold = `
  with batch as materialized (
    select * from app.assets a where a.company_id = $1 and a.id > $2 order by a.id limit $3),
  compared as (
    select a.id, a.asset_tag, jsonb_strip_nulls(past.state) as state,
      jsonb_strip_nulls(jsonb_build_object(${rowState})) as row, past.events,
      past.events = a.version and past.last = a.version as is_whole,
      case when a.status = 'DEPLOYED' then exists (
        select from app.asset_holdings h where h.company_id = a.company_id and h.asset_id = a.id and upper_inf(h.during)
          and h.person_id is not distinct from a.person_id and h.location_id is not distinct from a.location_id
          and h.parent_asset_id is not distinct from a.parent_asset_id)
        else not exists (select from app.asset_holdings h
          where h.company_id = a.company_id and h.asset_id = a.id and upper_inf(h.during)) end as is_held_alike
    from batch a cross join lateral (
      select jsonb_object_agg(f.key, f.value -> 1 order by e.subject_version) as state,
        count(distinct e.subject_version)::int as events, max(e.subject_version) as last
      from app.events e cross join lateral jsonb_each(e.changes) f
      where e.company_id = $1 and e.subject_id = a.id and e.subject_version is not null) past)
  select count(*)::int as streams, coalesce(sum(events), 0)::int as events, max(id::text) as last,
    coalesce(json_agg(json_build_object('assetId', id, 'assetTag', asset_tag, 'state', state, 'row', row,
      'isWhole', is_whole, 'isHeldAlike', is_held_alike))
      filter (where state is distinct from row or not is_whole or not is_held_alike), '[]') as wrong
  from compared`

/** What is part of, or was replaced by, something that was deleted as made in error. */
const namesDeleted = `
  select a.id as "assetId", a.asset_tag as "assetTag",
    case when p.id is not null then 'parentAssetId' else 'successorId' end as field
  from app.assets a
  left join app.assets p on p.company_id = a.company_id and p.id = a.parent_asset_id and p.deleted_at is not null
  left join app.assets s on s.company_id = a.company_id and s.id = a.successor_id and s.deleted_at is not null
  where a.company_id = $1 and a.deleted_at is null and (p.id is not null or s.id is not null)
  order by a.id limit $2`

const streamsWithoutRow = `
  select e.subject_id as "assetId", e.subject_ref as "assetTag" from app.events e
  where e.company_id = $1 and e.subject_version = 1 and e.subject_type = 'asset'
    and not exists (select from app.assets a where a.company_id = $1 and a.id = e.subject_id) limit $2`
