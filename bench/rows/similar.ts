import { transact } from '../../apps/server/src/platform/db/transaction.ts'
import { type Figure, figure, milliseconds } from '../figure.ts'
import { type Company, makeCompany } from '../fill/companies.ts'
import { vocabulary } from '../fill/vocabulary.ts'
import { send } from '../hall.ts'
import type { Installation } from '../installation.ts'
import { getting, posting, type Target } from '../load/target.ts'
import { median } from '../statistics.ts'
import { signIn } from '../tokens.ts'

const few = 1_000
const many = 20_000
const asked = 40

/** A company of its own with so many requests of one desk, half of them solved, in words that come again. */
async function fillCompany(installation: Installation, stored: number) {
  const name = `Alike ${stored} ${Date.now()}`
  const company = await makeCompany(installation, name, { employees: 100, technicians: 8 })
  const [desk] = company.desks
  const [technician] = desk?.technicians ?? []
  const [employee] = company.employees
  if (!desk || !technician || !employee) throw new Error('A company without a desk or people.')
  await transact(installation.pools.worker, { companyId: company.id, personId: null }, (tx) =>
    tx.run(insertRequests, [company.id, desk.id, stored, vocabulary]),
  )
  await installation.asSuperuser('vacuum (analyze) app.requests')
  const [works = '', asks = ''] = await signIn(installation, company, [technician, employee])
  const ids = await someIds(installation, company, stored)
  const type = desk.types[0]
  return {
    similar: ids.map((id) => getting(`/requests/${id}/similar`, works)),
    previews: Array.from({ length: asked }, (_, at) =>
      posting('/requests/preview', asks, {
        serviceDeskCode: desk.code,
        ...(type ? { requestTypeId: type } : {}),
        summary: [at, at * 7 + 50, at * 13 + 500]
          .map((word) => vocabulary[word % vocabulary.length])
          .join(' '),
      }),
    ),
  }
}

/** What sounds like a request, and what would become of one: where 20,000 are stored, beside where 1,000 are. */
export async function measureSimilar(installation: Installation, url: string): Promise<Figure[]> {
  const small = await fillCompany(installation, few)
  const large = await fillCompany(installation, many)
  return [
    await beside(url, large.similar, small.similar, 'what sounds like a request'),
    await beside(url, large.previews, small.previews, 'what would become of a request'),
  ]
}

async function beside(
  url: string,
  large: readonly Target[],
  small: readonly Target[],
  what: string,
): Promise<Figure> {
  // In turn, so that what else the machine does meets both; the first round warms up.
  const rounds: { large: number; small: number }[] = []
  for (let round = 0; round < 4; round += 1) {
    rounds.push({ large: await waitFor(url, large), small: await waitFor(url, small) })
  }
  const measured = rounds.slice(1)
  const atLarge = median(measured.map((round) => round.large))
  const atSmall = median(measured.map((round) => round.small))
  const ratio = atLarge / atSmall
  return figure({
    row: 'similar',
    what: `${what}, p50, among ${many.toLocaleString('en')} beside ${few.toLocaleString('en')}`,
    measured: milliseconds(atLarge),
    limit: milliseconds(atSmall),
    ratio,
    budget: '≤ 5',
    // Of twenty times as many, it grows at most a quarter as fast.
    holds: ratio <= 5,
    raw: rounds,
  })
}

/** The median of one after the other. */
async function waitFor(url: string, targets: readonly Target[]): Promise<number> {
  const waits: number[] = []
  for (const target of targets) {
    const sent = performance.now()
    await send(url, target)
    waits.push(performance.now() - sent)
  }
  return median(waits)
}

async function someIds(installation: Installation, { id }: Company, stored: number): Promise<string[]> {
  const rows = await transact(installation.pools.worker, { companyId: id, personId: null }, (tx) =>
    tx.query<{ id: string }>(
      'select id from app.requests where company_id = $1 and number % ($2::int / $3::int) = 1 order by number limit $3',
      [id, stored, asked],
    ),
  )
  return rows.map((row) => row.id)
}

/** Four words each, of which the first ones come often and the last ones seldom. */
const insertRequests = `
  with people as materialized (
    select p.id, p.email, row_number() over (order by p.id) - 1 as at, count(*) over () as people
    from app.people p where p.company_id = $1 and p.job_title = 'Employee')
  insert into app.requests (company_id, id, reference_number, number, service_desk_id, requester_id, requester_email,
    created_by_id, summary, priority, status, resolution_code, resolution_text, resolved_at, created_at, updated_at)
  select $1, uuidv7(), 'ALIKE-' || n, n, $2, people.id, people.email, people.id,
    concat_ws(' ', ($4::text[])[1 + n % 60], ($4::text[])[100 + n * 7 % 400], ($4::text[])[600 + n * 13 % 900],
      ($4::text[])[1600 + n * 29 % 2400]),
    'MEDIUM', case when n % 2 = 0 then 'RESOLVED' else 'IN_PROGRESS' end, case when n % 2 = 0 then 'FIXED' end,
    case when n % 2 = 0 then 'Done as the time before.' end,
    case when n % 2 = 0 then now() - n * interval '2 minutes' end,
    now() - n * interval '3 minutes', now() - n * interval '2 minutes'
  from generate_series(1, $3::int) n
  join people on people.at = n % people.people`
