import pg from 'pg'
import { rolePassword } from '../../apps/server/src/platform/secret.ts'
import { type Figure, figure, milliseconds } from '../figure.ts'
import { openRandom, vocabulary } from '../fill/vocabulary.ts'
import type { Ground } from '../ground.ts'
import type { Installation } from '../installation.ts'
import { openCapture, type Statement } from '../load/capture.ts'
import { getting, headersOf } from '../load/target.ts'
import { quantile } from '../statistics.ts'
import { signIn } from '../tokens.ts'

const count = 300
const open = 'app_priv.search_requests'
const bare = 'bench.search_requests'

/** Rare and common words, beginnings of words, and two words together. */
function makeQueries(): string[] {
  const random = openRandom(300)
  const word = (from: number, to: number) =>
    vocabulary[Math.floor(vocabulary.length * (from + (to - from) * random()))] ?? ''
  return Array.from({ length: count }, (_, at) => {
    if (at % 4 === 0) return word(0, 0.01)
    if (at % 4 === 1) return word(0.5, 1)
    if (at % 4 === 2) return word(0, 1).slice(0, 4)
    return `${word(0, 0.1)} ${word(0.1, 1)}`
  })
}

/** The search of one technician, over HTTP; and its statements with policies beside the same without any. */
export async function measureSearch(
  installation: Installation,
  ground: Ground,
  url: string,
): Promise<Figure[]> {
  const [company] = ground.companies
  const technician = company?.desks[0]?.technicians[0]
  if (!company || !technician) throw new Error('There is no company to search in.')
  const [token = ''] = await signIn(installation, company, [technician])
  const targets = makeQueries().map((q) => getting(`/search?q=${encodeURIComponent(q)}&type=request`, token))

  const waits: number[] = []
  const headers = headersOf({ ...getting('', token) })
  for (const [at, { path }] of [...targets.slice(0, 20), ...targets].entries()) {
    const sent = performance.now()
    const response = await fetch(`${url}${path}`, { headers })
    await response.text()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`)
    if (at >= 20) waits.push(performance.now() - sent)
  }

  const { capture, stop } = await openCapture(installation)
  const transactions: Statement[][] = []
  try {
    for (const target of targets) transactions.push((await capture(target)).statements)
  } finally {
    await stop()
  }
  const p95 = quantile(waits, 0.95)
  const { policies, none } = await compareBare(installation, transactions)
  const ratio = quantile(policies, 0.95) / quantile(none, 0.95)
  const perCompany = `${(ground.size / ground.companies.length).toLocaleString('en')} requests`
  return [
    figure({
      row: 'search',
      what: `p95 over HTTP, ${perCompany}`,
      measured: milliseconds(p95),
      budget: '≤ 50 ms',
      holds: p95 <= 50,
      note: `p50 ${milliseconds(quantile(waits, 0.5))}, longest ${milliseconds(Math.max(...waits))}`,
      raw: waits,
    }),
    figure({
      row: 'search',
      what: 'p95 of its SQL beside the superuser’s',
      measured: milliseconds(quantile(policies, 0.95)),
      limit: milliseconds(quantile(none, 0.95)),
      ratio,
      budget: '≤ 1.3',
      holds: ratio <= 1.3,
      raw: { policies, none },
    }),
  ]
}

/** The same function without a definer, so that a superuser who calls it meets no policy anywhere. */
async function makeBareFunction({ asSuperuser }: Installation): Promise<void> {
  const [found] = await asSuperuser<{ text: string }>(
    `select pg_get_functiondef('${open}(tsquery, text, int)'::regprocedure) as text`,
  )
  const text = (found?.text ?? '').replace(open, bare).replace(/security definer/i, 'security invoker')
  await asSuperuser(`drop schema if exists bench cascade; create schema bench; ${text}`)
}

async function compareBare(installation: Installation, transactions: readonly Statement[][]) {
  const { connection, secret, superuser } = installation
  await makeBareFunction(installation)
  const role = 'deskhand_app'
  const user = new pg.Client({ ...connection, user: role, password: rolePassword(secret, role) })
  const all = new pg.Client(superuser)
  await Promise.all([user.connect(), all.connect()])
  await all.query(`set search_path = app, pg_catalog; set timezone = 'UTC'`)
  const policies: number[] = []
  const none: number[] = []
  try {
    for (const statements of transactions) {
      policies.push(await timeOf(user, statements))
      none.push(
        await timeOf(
          all,
          statements.map(({ text, values }) => ({
            text: text.replaceAll(open, bare),
            ...(values ? { values } : {}),
          })),
        ),
      )
    }
  } finally {
    await Promise.all([user.end(), all.end()])
    await installation.asSuperuser('drop schema bench cascade')
  }
  return { policies, none }
}

async function timeOf(client: pg.Client, statements: readonly Statement[]): Promise<number> {
  const began = performance.now()
  for (const { text, values } of statements) await client.query(text, values)
  return performance.now() - began
}
