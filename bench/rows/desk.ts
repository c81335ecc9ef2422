import { transact } from '../../apps/server/src/platform/db/transaction.ts'
import { type Figure, figure, milliseconds, perSecond } from '../figure.ts'
import { type Company, makeCompany } from '../fill/companies.ts'
import type { Installation } from '../installation.ts'
import { compare, measureHttp } from '../load/compare.ts'
import { getting } from '../load/target.ts'
import { median } from '../statistics.ts'
import { signIn } from '../tokens.ts'

const open = 20_000
const viewCount = 20

/** The filters that technicians keep: all of them show open requests of the desk. */
const lines = [
  'is:open',
  'is:open assignee:none -is:snoozed',
  'is:open assignee:me',
  'status:waiting',
  'is:open due:overdue',
  'is:open due:<4h',
  'is:open priority:critical,high',
  'is:open tag:vpn',
  'is:open created:<7d',
  'is:open -status:waiting,action_required updated:>3d',
]

/** A company of its own, whose first desk has all of the open requests and whose technician has twenty views. */
async function fillDesk(
  installation: Installation,
): Promise<{ company: Company; token: string; code: string }> {
  const company = await makeCompany(installation, `Busy ${Date.now()}`, { employees: 100, technicians: 8 })
  const [desk] = company.desks
  const [technician] = desk?.technicians ?? []
  if (!desk || !technician) throw new Error('A company without a desk that somebody works at.')
  await transact(installation.pools.worker, { companyId: company.id, personId: null }, async (tx) => {
    await tx.run(insertOpen, [company.id, desk.id, open])
    await tx.run(insertViews, [
      company.id,
      technician.id,
      Array.from({ length: viewCount }, (_, at) => `desk:${desk.code} ${lines[at % lines.length]}`),
    ])
  })
  await installation.asSuperuser('vacuum (analyze) app.requests')
  const [token = ''] = await signIn(installation, company, [technician])
  return { company, token, code: desk.code }
}

/** One desk with 20,000 open requests: its queue, and the counts of twenty views in one statement. */
export async function measureDesk(installation: Installation, url: string): Promise<Figure[]> {
  const { token, code } = await fillDesk(installation)
  const where = encodeURIComponent(`desk:${code} is:open assignee:none -is:snoozed`)
  const share = await compare(installation, url, [
    getting(`/requests?where=${where}&sort=slaDueAt&limit=50`, token),
  ])
  const wait = async (path: string) =>
    (await measureHttp(url, [getting(path, token)], { warmUpSeconds: 1, seconds: 4 })).p50
  const fixed = await wait('/requests/counts')
  const views = await wait('/views/counts')
  const groups = await wait(
    `/requests/groups?by=assignee&where=${encodeURIComponent(`desk:${code} is:open`)}`,
  )
  const name = `${open.toLocaleString('en')} open at one desk`
  const speed = (what: 'http' | 'limit') => perSecond(median(share[what].map(({ perSecond: one }) => one)))
  return [
    figure({
      row: 'desk',
      what: `${name}: the queue, 50 rows by a line of filters`,
      measured: speed('http'),
      limit: speed('limit'),
      ratio: share.share,
      budget: '≥ 0.40',
      holds: share.share >= 0.4,
      raw: share,
    }),
    figure({
      row: 'desk',
      what: `${viewCount} views counted, p50, beside the desk’s own counts`,
      measured: milliseconds(views),
      limit: milliseconds(fixed),
      ratio: views / fixed,
      budget: '≤ 4',
      holds: views / fixed <= 4,
      raw: { views, fixed },
    }),
    figure({
      row: 'desk',
      what: 'groups by assignee, p50',
      measured: milliseconds(groups),
      budget: 'report',
      raw: groups,
    }),
  ]
}

const insertOpen = `
  with people as materialized (
    select p.id, p.email, row_number() over (order by p.id) - 1 as at, count(*) over () as people
    from app.people p where p.company_id = $1 and p.job_title = 'Employee'),
  workers as materialized (
    select array(select m.person_id from app.desk_members m where m.company_id = $1 and m.desk_id = $2 order by 1) as ids)
  insert into app.requests (company_id, id, reference_number, number, service_desk_id, requester_id, requester_email,
    created_by_id, summary, priority, status, assigned_to_id, tags, wait_reason, sla_due_at, created_at, updated_at)
  select $1, uuidv7(), 'BUSY-' || n, n, $2, people.id, people.email, people.id, 'Request number ' || n,
    (array['LOW', 'MEDIUM', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + n % 5],
    (array['SUBMITTED', 'SUBMITTED', 'IN_PROGRESS', 'IN_PROGRESS', 'WAITING'])[1 + n % 5],
    case when n % 2 = 0 then workers.ids[1 + n % array_length(workers.ids, 1)] end,
    case when n % 50 = 0 then '{vpn}'::text[] else '{}' end, case when n % 5 = 4 then 'VENDOR' end,
    now() + (n - $3 / 10) * interval '1 minute', now() - n * interval '3 minutes', now() - n * interval '2 minutes'
  from generate_series(1, $3::int) n
  cross join workers join people on people.at = n % people.people`

const insertViews = `
  insert into app.views (company_id, id, owner_id, name, query)
  select $1, uuidv7(), $2, 'View ' || at, line from unnest($3::text[]) with ordinality as v(line, at)`
