import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Import } from '@deskhand/contract'
import { type Figure, figure, megabytes, milliseconds, perSecond, seconds } from '../figure.ts'
import { makeCompany, readAdmin } from '../fill/companies.ts'
import { send } from '../hall.ts'
import type { Installation } from '../installation.ts'
import { getting, headersOf, posting } from '../load/target.ts'
import type { Server } from '../server.ts'
import { median } from '../statistics.ts'
import { signIn } from '../tokens.ts'

/** What the budgets are about; fewer rows are held to their share of them. */
const whole = 100_000
const budget = { seconds: 90, megabytes: 200 }

/** A list of so many things: checked, imported and undone, with what memory and other people's pages make of it. */
export async function measureImports(
  installation: Installation,
  server: Server,
  rows: number,
): Promise<Figure[]> {
  const company = await makeCompany(installation, `Lists ${Date.now()}`, { employees: 20, technicians: 4 })
  const admin = await readAdmin(installation, company)
  const [technician] = company.desks[0]?.technicians ?? []
  if (!technician) throw new Error('A company without a technician.')
  const [token = '', looks = ''] = await signIn(installation, company, [admin, technician])
  const page = getting('/assets?limit=50', looks)
  const share = rows / whole

  await send(server.url, page)
  await pause(3_000)
  const idle = rssOf(server.pid)
  const alone: number[] = []
  while (alone.length < 50) alone.push(await timed(() => send(server.url, page)))

  const uploaded = await upload(server.url, token, rows)
  const path = `/imports/${uploaded.id}`
  const look = () => send<Import>(server.url, getting(path, token))
  const meanwhile: number[] = []
  /** Until it is so; others look at their things meanwhile, and memory is weighed. */
  const until = async (is: (now: Import) => boolean) => {
    const began = performance.now()
    let most = 0
    for (;;) {
      meanwhile.push(await timed(() => send(server.url, page)))
      most = Math.max(most, rssOf(server.pid))
      const now = await look()
      if (is(now)) return { now, most, took: (performance.now() - began) / 1000 }
      await pause(100)
    }
  }
  await send(server.url, posting(`${path}/dry-run`, token, {}))
  const checked = await until(({ state }) => state !== 'CHECKING')
  if (checked.now.newCount !== rows) throw new Error(`${checked.now.newCount} of ${rows} rows are new.`)
  await send(server.url, posting(`${path}/commit`, token, {}))
  const done = await until(({ state }) => state !== 'IMPORTING')
  if (done.now.newCount !== rows) throw new Error(`${done.now.newCount} of ${rows} rows were imported.`)
  await send(server.url, posting(`/undo/${done.now.operationId}`, token, {}))
  const undone = await until(({ undo }) => undo?.state !== 'RUNNING')
  if (undone.now.undo?.changed !== rows) throw new Error(`${undone.now.undo?.changed} rows were undone.`)

  const count = rows.toLocaleString('en')
  const time = (what: string, { took }: { took: number }) =>
    figure({
      row: 'imports',
      what: `${what} ${count} rows`,
      measured: seconds(took),
      budget: `≤ ${seconds(budget.seconds * share)}`,
      holds: took <= budget.seconds * share,
      note: perSecond(rows / took),
      raw: took,
    })
  const over = Math.max(checked.most, done.most, undone.most) - idle
  const ratio = median(meanwhile) / median(alone)
  return [
    time('checking', checked),
    time('importing', done),
    time('undoing', undone),
    figure({
      row: 'imports',
      what: 'memory of the server meanwhile, above idle',
      measured: megabytes(over),
      limit: megabytes(idle),
      budget: `≤ ${budget.megabytes} MB`,
      holds: over <= budget.megabytes * 1024 * 1024,
      note: [checked, done, undone].map(({ most }) => megabytes(most - idle)).join(', then '),
      raw: { idle, most: [checked.most, done.most, undone.most] },
    }),
    figure({
      row: 'imports',
      what: 'somebody else’s list of things meanwhile, p50, beside before',
      measured: milliseconds(median(meanwhile)),
      limit: milliseconds(median(alone)),
      ratio,
      budget: '≤ 3',
      holds: ratio <= 3,
      raw: { alone, meanwhile },
    }),
  ]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** What a process holds in memory, in bytes. */
const rssOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB/m)?.[1] ?? 0) * 1024

async function upload(url: string, token: string, rows: number): Promise<Import> {
  const lines = [
    'Asset Tag,Serial,Asset Name,Model,Category,Manufacturer,Location,Purchase Date,Purchase Cost',
  ]
  for (let at = 1; at <= rows; at += 1)
    lines.push(
      `BN-${at},SER${at},Thing ${at},Model ${at % 60},Kind ${(at % 60) % 8},Maker ${(at % 60) % 5},Site ${at % 12},2025-01-15,${100 + (at % 900)}.00`,
    )
  const form = new FormData()
  form.set('resource', 'assets')
  form.set('file', new Blob([lines.join('\n')]), 'things.csv')
  const { authorization = '' } = headersOf(getting('', token))
  const response = await fetch(`${url}/api/v1/imports`, {
    method: 'POST',
    headers: { authorization },
    body: form,
  })
  if (!response.ok) throw new Error(`The list was refused: ${await response.text()}`)
  return (await response.json()) as Import
}
