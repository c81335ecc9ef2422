import type { Tx } from '../platform/db/transaction.ts'
import type { Rates } from './rules.ts'

export type StoredRate = { currency: string; rate: string; isOwn: boolean; updatedAt: string }

/** Until somebody says otherwise. */
const usual = 'EUR'

export const readStored = (tx: Tx): Promise<StoredRate[]> =>
  tx.query<StoredRate>(
    `select currency, trim_scale(rate)::text as rate, is_own as "isOwn", to_json(updated_at) #>> '{}' as "updatedAt"
     from app.exchange_rates where company_id = $1 order by currency`,
    [tx.whose.companyId],
  )

/** The company's rates as they are now. */
export async function readRates(tx: Tx): Promise<Rates> {
  const rows = await readStored(tx)
  return {
    own: rows.find(({ isOwn }) => isOwn)?.currency ?? usual,
    of: new Map(rows.filter(({ isOwn }) => !isOwn).map(({ currency, rate }) => [currency, rate])),
  }
}
