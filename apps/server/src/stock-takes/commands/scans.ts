import { type StockTakeOutcome, scanned, stockTakes } from '@deskhand/contract'

import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle, type Inside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadStockTake, mayCount, thingName, thingSources } from '../access.ts'
import { inScope } from '../queries/inScope.ts'
import { whyNotCounted } from '../rules.ts'
import { words } from '../words.ts'
import { type Fresh, keepPhotos } from './keepPhotos.ts'

type Result = {
  clientScanId: string
  outcome: StockTakeOutcome
  assetTag: string | null
  name: string | null
}

/** Takes what a device read, whenever and however often it comes: each line says what its latest scan says. */
export const scans = handle(stockTakes.scans, async (inside) => {
  const { tx, actor, body, record } = inside
  const stockTake = await loadStockTake(inside, inside.params.id, 'share')
  const refusal = whyNotCounted(stockTake.state)
  if (refusal) throw new Stop('state', refusal)
  if (!mayCount(actor, stockTake)) throw new Stop('forbidden', words.notAssigned)
  await placesMustBeThere(inside, body.scans)
  const rows = body.scans.map((scan) => ({
    client_scan_id: scan.clientScanId.toLowerCase(),
    code: scanned(scan.code).toUpperCase(),
    at: scan.at,
    location_id: scan.locationId ?? null,
    condition: scan.condition ?? null,
    note: scan.note ?? null,
  }))
  const fresh = await tx.query<Fresh>(insert, [
    actor.companyId,
    stockTake.id,
    actor.id,
    clock.now(),
    JSON.stringify(rows),
  ])
  await keepPhotos(inside, stockTake.id, body.scans, fresh)
  const touched = [...new Set(fresh.flatMap(({ assetId }) => assetId ?? []))]
  if (touched.length > 0) {
    const scope = JSON.stringify(stockTake.scope)
    // One line after the other, in one order for all, so that two devices never wait for each other.
    await tx.run(fold, [actor.companyId, scope, touched, stockTake.id, stockTake.sample !== null])
    await tx.run(see, [actor.companyId, stockTake.id, touched])
  }
  const results = await tx.query<Result>(findOutcomes, [
    actor.companyId,
    stockTake.id,
    rows.map((row) => row.client_scan_id),
  ])
  const byId = new Map(results.map((result) => [result.clientScanId, result]))
  const answered = rows.flatMap((row) => byId.get(row.client_scan_id) ?? [])
  if (fresh.length > 0) record('stock_take.counted', about(stockTake), { count: fresh.length })
  return answer(
    { results: stockTake.isBlind ? answered.map(blind) : answered },
    fresh.length === 0 ? { unchanged: true } : {},
  )
})

const blind = (result: Result): Result => ({
  ...result,
  outcome: result.outcome === 'UNKNOWN' ? 'UNKNOWN' : 'RECORDED',
})

async function placesMustBeThere(
  { tx, actor }: Pick<Inside, 'tx' | 'actor'>,
  sent: readonly { locationId?: string | undefined }[],
): Promise<void> {
  const ids = [...new Set(sent.flatMap(({ locationId }) => locationId?.toLowerCase() ?? []))]
  if (ids.length === 0) return
  const found = await tx.query<{ id: string }>(
    'select id from app.locations where company_id = $1 and id = any ($2::uuid[])',
    [actor.companyId, ids],
  )
  const known = new Set(found.map(({ id }) => id))
  const at = sent.findIndex(({ locationId }) => locationId && !known.has(locationId.toLowerCase()))
  if (at >= 0)
    throw new Stop('rule', words.noSuchPlace, {
      errors: [{ pointer: `/scans/${at}/locationId`, message: words.noSuchPlace }],
    })
}

// A tag comes before a serial number that reads the same. A clock that goes ahead does not win over all others.
const insert = `
  insert into app.stock_take_scans (company_id, stock_take_id, client_scan_id, code, asset_id, location_id, at, received_at,
    by_id, condition, note)
  select $1, $2, r.client_scan_id, r.code,
    coalesce(
      (select a.id from app.assets a where a.company_id = $1 and upper(a.asset_tag) = r.code and a.deleted_at is null),
      (select a.id from app.assets a where a.company_id = $1 and upper(a.serial_number) = r.code and a.deleted_at is null)),
    r.location_id, least(r.at, $4), $4, $3, r.condition, r.note
  from jsonb_to_recordset($5::jsonb) as r(client_scan_id uuid, code text, at timestamptz, location_id uuid,
    condition text, note text)
  on conflict do nothing
  returning asset_id as "assetId", client_scan_id as "clientScanId"`

// Of a sample, what is in the scope and was not drawn is neither expected nor unexpected.
const fold = `
  ${inScope},
  last as (
    select distinct on (n.asset_id) n.asset_id, n.location_id, n.at, n.by_id, n.condition, n.note
    from app.stock_take_scans n where n.company_id = $1 and n.stock_take_id = $4 and n.asset_id = any ($3)
    order by n.asset_id, n.at desc, n.client_scan_id desc)
  insert into app.stock_take_items as i (company_id, stock_take_id, asset_id, state, found_location_id, found_at,
    found_by_id, condition, note)
  select $1, $4, last.asset_id, 'UNEXPECTED', last.location_id, last.at, last.by_id, last.condition, last.note
  from last
  where exists (select from app.stock_take_items k
      where k.company_id = $1 and k.stock_take_id = $4 and k.asset_id = last.asset_id)
    or not ($5 and exists (select from in_scope s where s.id = last.asset_id))
  order by last.asset_id
  on conflict (company_id, stock_take_id, asset_id) do update set
    state = case when i.state = 'UNEXPECTED' then 'UNEXPECTED' else 'FOUND' end, is_asked = false,
    found_location_id = excluded.found_location_id, found_at = excluded.found_at, found_by_id = excluded.found_by_id,
    condition = excluded.condition, note = excluded.note`

const see = `
  insert into app.asset_sightings (company_id, asset_id, seen_at, seen_by)
  select $1, n.asset_id, max(n.at), 'stock_take' from app.stock_take_scans n
  where n.company_id = $1 and n.stock_take_id = $2 and n.asset_id = any ($3) group by n.asset_id order by n.asset_id
  on conflict (company_id, asset_id) do update set seen_at = excluded.seen_at, seen_by = excluded.seen_by
  where asset_sightings.seen_at < excluded.seen_at`

const findOutcomes = `
  select n.client_scan_id as "clientScanId", a.asset_tag as "assetTag", ${thingName} as name,
    case when n.asset_id is null then 'UNKNOWN' when i.asset_id is null then 'NOT_SAMPLED'
      when i.state = 'UNEXPECTED' then 'UNEXPECTED'
      when n.location_id <> i.expected_location_id then 'ELSEWHERE' else 'FOUND' end as outcome
  from app.stock_take_scans n
  left join app.stock_take_items i
    on i.company_id = n.company_id and i.stock_take_id = n.stock_take_id and i.asset_id = n.asset_id
  left join (app.assets a ${thingSources}) on a.company_id = n.company_id and a.id = n.asset_id
  where n.company_id = $1 and n.stock_take_id = $2 and n.client_scan_id = any ($3::uuid[])`
