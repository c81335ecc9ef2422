import { transact } from '../platform/db/transaction.ts'
import { type Drift, recount } from '../stock/queries/recount.ts'
import { withInstallation } from './installation.ts'
import { say } from './say.ts'

type Answer = { companies: number; drifts: (Drift & { companyId: string })[] }

/** Counts the stock of every company anew from its lines; answers whether every balance is what they come to. */
export async function verifyStock(env: NodeJS.ProcessEnv, { json = false } = {}): Promise<boolean> {
  const answer = await withInstallation(env, async ({ deskhand: { platform } }) => {
    const { rows } = await platform.pools.platform.query<{ id: string }>(
      'select company_id as id from app.companies order by company_id',
    )
    const found: Answer = { companies: rows.length, drifts: [] }
    for (const { id } of rows) {
      const drifts = await transact(platform.pools.worker, { companyId: id, personId: null }, recount)
      found.drifts.push(...drifts.map((drift) => ({ companyId: id, ...drift })))
    }
    return found
  })
  if (json) say(JSON.stringify(answer))
  else print(answer)
  return answer.drifts.length === 0
}

function print({ companies, drifts }: Answer): void {
  for (const { name, account, holder, balance, lines } of drifts)
    say(
      `${name}, ${[account.toLowerCase(), holder].filter(Boolean).join(' ')}: ${balance}, by its lines ${lines}.`,
    )
  say(`The stock of ${companies} ${companies === 1 ? 'company' : 'companies'} was counted anew.`)
  say(drifts.length === 0 ? 'Every balance is what its lines say.' : `${drifts.length} differ.`)
}
