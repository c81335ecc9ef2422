import { transact } from '../../apps/server/src/platform/db/transaction.ts'
import type { Company, Desk } from '../fill/companies.ts'
import { vocabulary } from '../fill/vocabulary.ts'
import type { Ground } from '../ground.ts'
import type { Installation } from '../installation.ts'
import { getting, posting, type Target } from '../load/target.ts'
import { signIn } from '../tokens.ts'

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => vocabulary[(from + at * 37) % vocabulary.length]).join(' ')

/** An employee of each company asks each of its desks for something. */
export async function createTargets(
  installation: Installation,
  { companies }: Ground,
  { isKeyed }: { isKeyed: boolean },
): Promise<Target[]> {
  const targets: Target[] = []
  for (const company of companies) {
    const tokens = await signIn(installation, company, company.employees.slice(0, company.desks.length))
    for (const [at, { code, types }] of company.desks.entries()) {
      const type = types[at % types.length]
      const body = {
        serviceDeskCode: code,
        ...(type ? { requestTypeId: type } : {}),
        summary: words(at, 6),
        description: words(at + 100, 30),
      }
      targets.push({ ...posting('/requests', tokens[at] ?? '', body), isKeyed })
    }
  }
  return targets
}

/** A technician of each desk looks at what nobody has taken, what breaches next first: 50 rows. */
export function queueTargets(installation: Installation, { companies }: Ground): Promise<Target[]> {
  return ofEachDesk(installation, companies, async (_company, { code }, token) => [
    getting(`/requests?desk=${code}&state=open&assignee=none&sort=slaDueAt&limit=50`, token),
  ])
}

/** A technician opens requests with 30 entries: two calls each, as the page makes them. */
export function requestTargets(installation: Installation, { companies }: Ground): Promise<Target[]> {
  return ofEachDesk(installation, companies, async (company, desk, token) => {
    const ids = await longRequests(installation, company, desk)
    return ids.flatMap((id) => [
      getting(`/requests/${id}`, token),
      getting(`/requests/${id}/activities`, token),
    ])
  })
}

async function ofEachDesk(
  installation: Installation,
  companies: readonly Company[],
  make: (company: Company, desk: Desk, token: string) => Promise<Target[]>,
): Promise<Target[]> {
  const targets: Target[] = []
  for (const company of companies) {
    const people = company.desks.flatMap(({ technicians }) => technicians.slice(0, 1))
    const tokens = await signIn(installation, company, people)
    for (const [at, desk] of company.desks.entries()) {
      targets.push(...(await make(company, desk, tokens[at] ?? '')))
    }
  }
  return targets
}

/** Some requests of a desk that have 30 entries. */
async function longRequests(
  { pools }: Installation,
  { id: companyId }: Company,
  desk: Desk,
): Promise<string[]> {
  const rows = await transact(pools.worker, { companyId, personId: null }, (tx) =>
    tx.query<{ id: string }>(
      `select r.id from app.requests r where r.company_id = $1 and r.service_desk_id = $2
         and (select count(*) from app.request_activities a
           where a.company_id = r.company_id and a.request_id = r.id) >= 30
       order by r.created_at desc limit 3`,
      [companyId, desk.id],
    ),
  )
  return rows.map(({ id }) => id)
}
