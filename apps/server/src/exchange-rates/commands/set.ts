import { exchangeRates } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField } from '../../platform/stop.ts'
import { readAll } from '../queries/get.ts'
import { words } from '../words.ts'

/** Replaces them all; what was agreed to before keeps the amount of its day. */
export const set = handle(exchangeRates.set, async ({ tx, actor, body, record }) => {
  const { own, rates } = body
  const unknown = [own, ...rates.map(({ currency }) => currency)].find((currency) => !isCurrency(currency))
  if (unknown) throw refuseField('rates', words.noSuchCurrency(unknown))
  await tx.query('select from app.companies where company_id = $1 for update', [actor.companyId])
  const before = await readAll(tx)
  const textOf = (all: readonly { currency: string; rate: string }[]) =>
    JSON.stringify(all.map(({ currency, rate }) => `${currency} ${Number(rate)}`).sort())
  if (before.own === own && textOf(before.rates) === textOf(rates)) {
    return answer(before, { unchanged: true })
  }
  await tx.run('delete from app.exchange_rates where company_id = $1', [actor.companyId])
  await tx.run(
    `insert into app.exchange_rates (company_id, currency, rate, is_own, updated_at, updated_by_id)
     select $1, currency, rate::numeric, currency = $2, $4, $5
     from jsonb_to_recordset($3::jsonb) as r(currency text, rate text)`,
    [actor.companyId, own, JSON.stringify([{ currency: own, rate: '1' }, ...rates]), clock.now(), actor.id],
  )
  record(
    'exchange_rates.set',
    { type: 'exchange_rates', id: actor.companyId, ref: own },
    { own, currencies: rates.map(({ currency }) => currency) },
    { rates: [before, { own, rates }] },
  )
  return readAll(tx)
})

/** Three letters are not yet a currency. */
function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}
