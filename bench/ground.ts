import { type Company, makeCompany, readCompany } from './fill/companies.ts'
import { fillRequests } from './fill/requests.ts'
import type { Installation } from './installation.ts'

/** Twenty companies with a history, on which the load is spread. */
export type Ground = { companies: Company[]; size: number }

const companyCount = 20
const staff = { employees: 200, technicians: 10 }

/** What an earlier run left in a kept folder, or twenty companies without requests. */
export async function openGround(installation: Installation): Promise<Ground> {
  const { pools } = installation
  const { rows } = await pools.platform.query<{ id: string }>(
    `select company_id as id from app.companies where name like 'Company %' order by company_id`,
  )
  const companies: Company[] = []
  for (const { id } of rows) companies.push(await readCompany(pools, id))
  while (companies.length < companyCount) {
    companies.push(await makeCompany(installation, `Company ${companies.length + 1}`, staff))
  }
  const [count] = await installation.asSuperuser<{ size: number }>(
    'select count(*)::int as size from app.requests',
  )
  return { companies, size: sizeBelow(count?.size ?? 0) }
}

/** Measurements add requests of their own, so a kept folder holds a little more than it was filled with. */
const sizeBelow = (count: number) => [1_000_000, 100_000, 10_000].find((size) => count >= size) ?? 0

/** Fills up to this many requests in all, two companies at a time, and leaves the tables as autovacuum would. */
export async function fillUpTo(installation: Installation, ground: Ground, size: number): Promise<void> {
  const from = ground.size / companyCount + 1
  const to = size / companyCount
  if (to < from) return
  const waiting = [...ground.companies]
  const fillNext = async (): Promise<void> => {
    for (let company = waiting.shift(); company; company = waiting.shift()) {
      await fillRequests(installation, company, from, to)
    }
  }
  await Promise.all([fillNext(), fillNext()])
  ground.size = size
  await installation.pools.relay.query(
    `insert into ops.cursors (name, id) select 'relay', coalesce(max(id), 0) from app.events
     on conflict (name) do update set id = excluded.id`,
  )
  await installation.asSuperuser('vacuum (analyze)')
  await installation.asSuperuser('checkpoint')
}
