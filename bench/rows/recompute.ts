import { setTimeout as pause } from 'node:timers/promises'
import { transact } from '../../apps/server/src/platform/db/transaction.ts'
import { type Figure, figure, seconds } from '../figure.ts'
import type { Person } from '../fill/companies.ts'
import type { Ground } from '../ground.ts'
import type { Installation } from '../installation.ts'
import type { Server } from '../server.ts'
import { signIn } from '../tokens.ts'

const count = 10_000
const budget = 20

/**
 * From saving a calendar until 10,000 open requests of one company are counted by it, with their ledgers, while a
 * colleague creates one request after the other.
 */
export async function measureRecompute(
  installation: Installation,
  { companies }: Ground,
  { url }: Server,
): Promise<Figure[]> {
  const [company] = companies
  if (!company) throw new Error('There is no company to measure.')
  const { id } = company
  // All of them open and counted once, so that the change of the calendar is what is measured.
  const { pools } = installation
  const [opened, admins] = await transact(pools.worker, { companyId: id, personId: null }, (tx) =>
    Promise.all([tx.query<{ n: number }>(setUp, [id, count]), tx.query<Person>(findAdmin, [id])]),
  )
  const [admin = '', employee = ''] = await signIn(installation, company, [
    ...admins,
    ...company.employees.slice(0, 1),
  ])
  const call = async (token: string, method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const day = [{ from: '08:00', until: '17:00' }]
  const week = [day, day, day, day, day, [], []]
  const progress = () => call(admin, 'GET', '/management/sla-recompute')
  const until = async () => {
    while ((await progress()).isRunning) await pause(50)
  }
  const calendar = await call(admin, 'POST', '/management/calendars', {
    name: 'Bench',
    zone: 'Europe/Madrid',
    week,
    isDefault: true,
  })
  await until()
  const began = performance.now()
  let isDone = false
  const waits: number[] = []
  const others = (async () => {
    while (!isDone) {
      const from = performance.now()
      await call(employee, 'POST', '/requests', {
        serviceDeskCode: company.desks[0]?.code,
        summary: 'Meanwhile',
      })
      waits.push(performance.now() - from)
    }
  })()
  await call(admin, 'PATCH', `/management/calendars/${calendar.id}`, {
    holidays: [{ date: new Date().toISOString().slice(0, 10), name: 'Today' }],
  })
  await until()
  const took = (performance.now() - began) / 1000
  isDone = true
  await others
  const longest = Math.max(...waits)
  return [
    figure({
      row: 'recompute',
      what: `${(opened[0]?.n ?? 0).toLocaleString('en')} open requests counted anew after a calendar change`,
      measured: seconds(took),
      budget: `≤ ${budget} s`,
      holds: took <= budget,
      note: `others created ${waits.length} requests meanwhile, the slowest in ${longest.toFixed(0)} ms`,
      raw: { took, waits },
    }),
  ]
}

// Who made the company has an invitation and has not come yet.
const findAdmin = `
  update app.people set state = 'ACTIVE' where company_id = $1 and is_admin returning id, account_id as "accountId"`

const setUp = `
  with chosen as (select id from app.requests where company_id = $1 and deleted_at is null order by id limit $2),
  opened as (update app.requests r set closed_at = null, resolved_at = null, resolution_code = null, resolution_text = null,
    rejection_reason = null, status = 'IN_PROGRESS', wait_reason = null
  from chosen where r.company_id = $1 and r.id = chosen.id returning 1)
  select count(*)::int as n from opened`
