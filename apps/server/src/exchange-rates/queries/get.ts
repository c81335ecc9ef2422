import { type ExchangeRates, exchangeRates } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { readStored } from '../access.ts'

export const get = handle(exchangeRates.get, ({ tx }) => readAll(tx))

export async function readAll(tx: Tx): Promise<ExchangeRates> {
  const rows = await readStored(tx)
  return {
    own: rows.find(({ isOwn }) => isOwn)?.currency ?? 'EUR',
    rates: rows
      .filter(({ isOwn }) => !isOwn)
      .map(({ currency, rate, updatedAt }) => ({ currency, rate, updatedAt })),
  }
}
