import { setTimeout as pause } from 'node:timers/promises'
import { transact } from '../../apps/server/src/platform/db/transaction.ts'
import { type Figure, figure, seconds } from '../figure.ts'
import type { Person } from '../fill/companies.ts'
import type { Ground } from '../ground.ts'
import type { Installation } from '../installation.ts'
import type { Server } from '../server.ts'
import { signIn } from '../tokens.ts'

const count = 10_000
const budget = 30

/** A rule that many requests meet, tried on 10,000 of one company, beside one read of what it looks at. */
export async function measureDryRun(
  installation: Installation,
  { companies }: Ground,
  { url }: Server,
): Promise<Figure[]> {
  const [company] = companies
  if (!company) throw new Error('There is no company to measure.')
  const { id } = company
  const inside = { companyId: id, personId: null }
  const admins = await transact(installation.pools.worker, inside, (tx) => tx.query<Person>(findAdmin, [id]))
  const [admin = ''] = await signIn(installation, company, admins)
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const read = performance.now()
  await transact(installation.pools.worker, inside, (tx) => tx.run(readAll, [id, count]))
  const limit = (performance.now() - read) / 1000
  const began = performance.now()
  let now = await call('POST', '/management/automation-rules/dry-run', { rule, most: count })
  while (now.state === 'RUNNING') {
    await pause(50)
    now = await call('GET', `/management/rule-dry-runs/${now.id}`)
  }
  const took = (performance.now() - began) / 1000
  return [
    figure({
      row: 'dry-run',
      what: `a rule tried on ${now.done.toLocaleString('en')} requests of history`,
      measured: seconds(took),
      limit: seconds(limit),
      ratio: took / limit,
      budget: `≤ ${budget} s`,
      holds: took <= budget,
      note: `${now.matched} matched, with ${now.differences} differences; the limit is one read of them and their log`,
      raw: { took, limit, now },
    }),
  ]
}

const rule = {
  name: 'Bench',
  serviceDeskId: null,
  isEnabled: false,
  trigger: { on: 'CREATED' },
  condition: {
    match: 'any',
    parts: [
      { field: 'priority', is: 'oneOf', value: ['LOW', 'MEDIUM'] },
      { match: 'all', parts: [{ field: 'summary', is: 'contains', value: 'a' }] },
    ],
  },
  actions: { priority: 'HIGH', tags: { add: ['bench'] } },
}

// Who made the company has an invitation and has not come yet.
const findAdmin = `
  update app.people set state = 'ACTIVE' where company_id = $1 and is_admin returning id, account_id as "accountId"`

const readAll = `
  with newest as (select r.* from app.requests r where r.company_id = $1 and r.deleted_at is null order by r.id desc limit $2)
  select to_json(r) from newest r
  union all select to_json(e) from app.events e where e.company_id = $1 and e.subject_id in (select id from newest)`
