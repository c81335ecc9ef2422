import { verifyCompany } from '../../apps/server/src/assets/queries/verify.ts'
import { transact } from '../../apps/server/src/platform/db/transaction.ts'
import { type Figure, figure, milliseconds, perSecond } from '../figure.ts'
import { type Company, makeCompany } from '../fill/companies.ts'
import { send } from '../hall.ts'
import type { Installation } from '../installation.ts'
import { getting, type Target } from '../load/target.ts'
import type { withServer } from '../stages.ts'
import { median } from '../statistics.ts'
import { signIn } from '../tokens.ts'

const companyCount = 50
/** Things of the smaller ground, in all companies. */
const few = 10_000
/** Events of each thing: it is added, handed out, taken back, renamed, handed out again. */
const eventsOfEach = 5
const looks = 60

type Waits = Record<'list' | 'page' | 'asOf', number>

/** The list, a page and a list of the past, on few things and on many in the same companies; then all streams replayed. */
export async function measureThings(
  installation: Installation,
  size: number,
  serve: typeof withServer,
): Promise<Figure[]> {
  const companies: Company[] = []
  while (companies.length < companyCount)
    companies.push(
      await makeCompany(installation, `Things ${companies.length + 1} ${Date.now()}`, {
        employees: 100,
        technicians: 4,
      }),
    )
  await fill(installation, companies, 0, few)
  const small = await measure(installation, companies, serve)
  await fill(installation, companies, few, size)
  const large = await measure(installation, companies, serve)
  const grown = (['list', 'page', 'asOf'] as const).map((what) => {
    const ratio = large[what] / small[what]
    return figure({
      row: 'things',
      what: `${what}, p50, among ${size.toLocaleString('en')} things beside ${few.toLocaleString('en')}`,
      measured: milliseconds(large[what]),
      limit: milliseconds(small[what]),
      ratio,
      budget: '≤ 1.5',
      holds: ratio <= 1.5,
      raw: { small, large },
    })
  })
  return [...grown, await replay(installation, companies)]
}

async function measure(
  installation: Installation,
  companies: readonly Company[],
  serve: typeof withServer,
): Promise<Waits> {
  const waits: Record<keyof Waits, number[]> = { list: [], page: [], asOf: [] }
  await serve({ folder: installation.folder, as: 'api' }, async ({ url }) => {
    const asked: { kind: keyof Waits; target: Target }[] = []
    for (const company of companies.slice(0, 10)) {
      const [technician] = company.desks[0]?.technicians ?? []
      if (!technician) throw new Error('A company without a technician.')
      const [token = ''] = await signIn(installation, company, [technician])
      const { data } = await send<{ data: { id: string }[] }>(url, getting('/assets?limit=50', token))
      const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10)
      asked.push({ kind: 'list', target: getting('/assets?limit=50&status=DEPLOYED', token) })
      asked.push({ kind: 'page', target: getting(`/assets/${data[0]?.id}`, token) })
      asked.push({ kind: 'asOf', target: getting(`/assets?limit=50&asOf=${day}`, token) })
    }
    // The first round warms up.
    for (let round = 0; round <= looks / 10; round += 1)
      for (const { kind, target } of asked) {
        const began = performance.now()
        await send(url, target)
        if (round > 0) waits[kind].push(performance.now() - began)
      }
  })
  return { list: median(waits.list), page: median(waits.page), asOf: median(waits.asOf) }
}

async function replay({ pools }: Installation, companies: readonly Company[]): Promise<Figure> {
  const began = performance.now()
  let [events, wrong] = [0, 0]
  for (const { id } of companies) {
    const done = await verifyCompany(pools, id)
    events += done.events
    wrong += done.differences.length
  }
  if (wrong > 0) throw new Error(`${wrong} things are not what their events say.`)
  const rate = (events / (performance.now() - began)) * 1000
  return figure({
    row: 'things',
    what: `${events.toLocaleString('en')} events replayed and held against their rows`,
    measured: perSecond(rate),
    budget: '≥ 50,000/s',
    holds: rate >= 50_000,
    raw: rate,
  })
}

async function fill(
  installation: Installation,
  companies: readonly Company[],
  from: number,
  to: number,
): Promise<void> {
  const share = (all: number) => Math.floor(all / companies.length)
  for (const { id } of companies)
    await transact(installation.pools.worker, { companyId: id, personId: null }, async (tx) => {
      await tx.run(insertThings, [id, share(from) + 1, share(to)])
      await tx.run(insertEvents, [id, share(from) + 1, share(to)])
      await tx.run(insertHoldings, [id, share(from) + 1, share(to)])
    })
  await installation.asSuperuser(`update ops.cursors set id = (select coalesce(max(id), 0) from app.events)
    where name = 'relay'`)
  await installation.asSuperuser('vacuum (analyze) app.assets, app.events, app.asset_holdings')
}

const isOut = 'n % 3 > 0'
const people = `people as materialized (
    select p.id, row_number() over (order by p.id) - 1 as at, count(*) over () as people
    from app.people p where p.company_id = $1 and p.job_title = 'Employee')`
const begun = `now() - interval '30 days' + n * interval '1 second'`

const insertThings = `
  with ${people}, kinds as (
    select id, row_number() over (order by id) - 1 as at, count(*) over () as kinds
    from app.asset_categories where company_id = $1)
  insert into app.assets (company_id, id, asset_tag, name, serial_number, category_id, status, sub_status, person_id,
    version, created_at, updated_at)
  select $1, uuidv7(), 'BN-' || n, 'Renamed ' || n, 'SER' || n, kinds.id, case when ${isOut} then 'DEPLOYED' else 'IN_STOCK' end,
    case when ${isOut} then 'NORMAL' else 'AVAILABLE' end, case when ${isOut} then people.id end, ${eventsOfEach}, ${begun},
    ${begun} + interval '1 day'
  from generate_series($2::int, $3::int) n
  join people on people.at = n % people.people
  join kinds on kinds.at = n % kinds.kinds`

/** The stream of each that folds to its row. */
const insertEvents = `
  insert into app.events (company_id, name, subject_type, subject_id, subject_ref, subject_version, people, audience, actor_kind,
    data, changes, at)
  select $1, e.name, 'asset', a.id, a.asset_tag, e.version, '{}', 'staff', 'system', '{}', e.changes,
    a.created_at + (e.version - 1) * interval '6 hours'
  from app.assets a
  cross join lateral (values
    (1, 'asset.created', jsonb_build_object('assetTag', array[null, a.asset_tag], 'name', array[null, 'Thing'],
      'serialNumber', array[null, a.serial_number], 'categoryId', array[null, a.category_id::text],
      'status', array[null, 'IN_STOCK'], 'subStatus', array[null, 'AVAILABLE'], 'ownership', array[null, 'OWNED'],
      'acceptance', array[null, 'NONE'], 'source', array[null, 'manual']) ||
      '{"customFields": [null, {}], "lockedFields": [null, []], "isDisputed": [null, false]}'),
    (2, 'asset.moved', '{"subStatus": ["AVAILABLE", "RESERVED"]}'::jsonb),
    (3, 'asset.moved', '{"subStatus": ["RESERVED", "AVAILABLE"]}'::jsonb),
    (4, 'asset.updated', jsonb_build_object('name', array['Thing', a.name])),
    (5, 'asset.checked_out', case when a.person_id is null then '{"notes": [null, null]}'::jsonb else
      jsonb_build_object('status', array['IN_STOCK', 'DEPLOYED'], 'subStatus', array['AVAILABLE', 'NORMAL'],
        'personId', array[null, a.person_id::text]) end)) e(version, name, changes)
  where a.company_id = $1 and substr(a.asset_tag, 4)::int between $2::int and $3::int`

const insertHoldings = `
  insert into app.asset_holdings (company_id, asset_id, since_version, person_id, during)
  select a.company_id, a.id, 5, a.person_id, tstzrange(a.created_at + interval '1 day', null)
  from app.assets a where a.company_id = $1 and a.person_id is not null
    and substr(a.asset_tag, 4)::int between $2::int and $3::int`
