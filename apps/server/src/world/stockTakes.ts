import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { signAsCompany } from '../platform/signing.ts'
import { inScope } from '../stock-takes/queries/inScope.ts'
import { writeReport } from '../stock-takes/queries/reportOf.ts'
import { idAt, makeRandom } from './random.ts'
import { day } from './thingsYard.ts'

type Told = {
  name: string
  site: string
  place: string
  note: string
  /** Days before now. */
  began: number
  ended: number | null
  /** Of ten things so many were scanned. */
  ofTen: number
  unknown: readonly string[]
}

/** One that runs, with six of ten counted, and one that ended three weeks ago. */
const told: readonly Told[] = [
  {
    name: 'Madrid store, end of year',
    site: 'Madrid',
    place: 'IT store',
    note: 'Top shelves as well. Boxes without a label: open them and read the serial number.',
    began: 2,
    ended: null,
    ofTen: 6,
    unknown: ['MON-0412'],
  },
  {
    name: 'Porto, autumn',
    site: 'Porto',
    place: 'Porto',
    note: 'Rooms and desks on both floors.',
    began: 24,
    ended: 21,
    ofTen: 10,
    unknown: ['HP-OLD-0007', '4006381333931'],
  },
]

type Person = { id: string; name: string; accountId: string; companyId: string }

/** Stock-takes of the larger company, whose Sofia leads and whose Ana counts; the smaller counts nothing. */
export async function insertStockTakes(tx: Tx, companyId: string, now: Date, secret: string): Promise<void> {
  const [lead, counter] = await tx.query<Person>(
    `select id, name, account_id as "accountId", company_id as "companyId" from app.people
     where company_id = $1 and email in ('sofia@harbour.example', 'ana@harbour.example') order by email desc`,
    [companyId],
  )
  if (!lead || !counter) return
  const midnight = Math.floor(now.getTime() / day) * day
  const random = makeRandom('stock-takes')
  for (const one of told) {
    const at = (days: number, hours: number) => new Date(midnight - days * day + hours * 3_600_000)
    const begun = at(one.began, 9)
    const id = idAt(random, begun.getTime())
    await tx.run(insertTake, [
      companyId,
      id,
      one.name,
      one.note,
      one.site,
      one.place,
      lead.id,
      at(one.began, 8),
      begun,
    ])
    await tx.run(
      'insert into app.stock_take_assignees (company_id, stock_take_id, person_id) values ($1, $2, $3)',
      [companyId, id, counter.id],
    )
    const [take] = await tx.query<{ scope: object }>(
      'select scope from app.stock_takes where company_id = $1 and id = $2',
      [companyId, id],
    )
    await tx.run(insertItems, [companyId, JSON.stringify(take?.scope), null, id, begun])
    await tx.run(insertScans, [companyId, id, counter.id, begun, one.ofTen])
    await tx.run(insertUnknown, [companyId, id, counter.id, begun, one.unknown])
    await tx.run(foldScans, [companyId, id])
    if (one.ended !== null) {
      const ended = at(one.ended, 16)
      const operationId = idAt(random, ended.getTime())
      const actor = leadOf(lead)
      const report = await writeReport({ tx, actor }, id, {
        completedAt: ended,
        operationId,
        corrections: [],
        unknownCodes: [...one.unknown].sort(),
      })
      const signed = await signAsCompany(tx, secret, () => report)
      await tx.run(
        `update app.stock_takes set state = 'COMPLETED', completed_at = $3, report = $4, signature = $5, public_key = $6
         where company_id = $1 and id = $2`,
        [companyId, id, ended, report, signed?.signature, signed?.publicKey],
      )
    } else
      await tx.run(`update app.stock_takes set state = 'ACTIVE' where company_id = $1 and id = $2`, [
        companyId,
        id,
      ])
  }
}

const leadOf = (lead: Person): Actor => ({
  accountId: lead.accountId,
  sessionId: '',
  companyId: lead.companyId,
  id: lead.id,
  name: lead.name,
  isAdmin: false,
  isSuperAdmin: false,
  desks: new Map(),
  permissions: new Set(['assets.supervise']),
})

// In review while the report is written, as when a person completes one.
const insertTake = `
  insert into app.stock_takes (company_id, id, name, note, state, scope, created_by_id, created_at, started_at)
  select $1, $2, $3, $4, 'REVIEW', jsonb_build_object('locationIds', jsonb_build_array(l.id), 'departments', '[]'::jsonb,
    'categoryIds', '[]'::jsonb), $7, $8, $9
  from app.locations l join app.locations s on s.company_id = l.company_id and s.id = l.path[1]
  where l.company_id = $1 and s.name = $5 and l.name = $6`

// What happened to a thing since is not what it was then, so it is not among them.
const insertItems = `
  ${inScope},
  items as (
    insert into app.stock_take_items (company_id, stock_take_id, asset_id, state, expected_location_id,
      expected_person_id, held)
    select $1, $4, a.id, 'EXPECTED', s.location_id, s.person_id, jsonb_build_object('status', a.status,
      'personId', a.person_id, 'parentAssetId', a.parent_asset_id, 'locationId', a.location_id)
    from in_scope s join app.assets a on a.company_id = $1 and a.id = s.id where a.updated_at < $5
    returning asset_id)
  update app.stock_takes set population = (select count(*) from items) where company_id = $1 and id = $4`

const insertScans = `
  insert into app.stock_take_scans (company_id, stock_take_id, client_scan_id, code, asset_id, location_id, at, received_at, by_id)
  select $1, $2, i.asset_id, a.asset_tag, i.asset_id, i.expected_location_id, $4::timestamptz + n.row * interval '20 seconds',
    $4::timestamptz + n.row * interval '20 seconds', $3
  from (select asset_id, row_number() over (order by asset_id) as row from app.stock_take_items
    where company_id = $1 and stock_take_id = $2) n
  join app.stock_take_items i on i.company_id = $1 and i.stock_take_id = $2 and i.asset_id = n.asset_id
  join app.assets a on a.company_id = $1 and a.id = i.asset_id
  where n.row % 10 < $5`

const insertUnknown = `
  insert into app.stock_take_scans (company_id, stock_take_id, client_scan_id, code, at, received_at, by_id)
  select $1, $2, md5(c.code)::uuid, c.code, $4::timestamptz + interval '2 hours', $4::timestamptz + interval '2 hours', $3
  from unnest($5::text[]) c(code)`

const foldScans = `
  update app.stock_take_items i set state = 'FOUND', found_location_id = n.location_id, found_at = n.at, found_by_id = n.by_id
  from app.stock_take_scans n
  where i.company_id = $1 and i.stock_take_id = $2 and n.company_id = i.company_id and n.stock_take_id = i.stock_take_id
    and n.asset_id = i.asset_id`
