import * as z from 'zod'
import { command, event, instant, read } from './kit.ts'
import { Currency } from './money.ts'

/** A decimal number as text, so that no language rounds it. */
const rate = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,10})?$/, 'A number such as 0.9213.')
  .refine((text) => Number(text) > 0, 'More than nothing.')

export const ExchangeRates = z.strictObject({
  /** The currency in which limits are compared. */
  own: Currency,
  /** What one unit of each other currency is worth in it. */
  rates: z.array(z.strictObject({ currency: Currency, rate, updatedAt: instant })),
})
export type ExchangeRates = z.output<typeof ExchangeRates>

const exampleRates = {
  own: 'EUR',
  rates: [{ currency: 'USD', rate: '0.8612', updatedAt: '2026-11-20T09:00:00.000Z' }],
}

export const exchangeRates = {
  get: read('GET /exchange-rates', {
    may: 'requests.work',
    summary: 'The stored rates at which amounts are compared',
    reply: ExchangeRates,
    example: { reply: exampleRates },
  }),
  set: command('PUT /exchange-rates', {
    may: 'company.manage',
    summary: 'Set the company’s currency and all rates to it',
    body: z
      .strictObject({
        own: Currency,
        rates: z.array(z.strictObject({ currency: Currency, rate })).max(200),
      })
      .refine(({ own, rates }) => rates.every(({ currency }) => currency !== own), {
        message: 'The own currency is worth 1 and needs no rate.',
        path: ['rates'],
      })
      .refine(({ rates }) => new Set(rates.map(({ currency }) => currency)).size === rates.length, {
        message: 'Each currency once.',
        path: ['rates'],
      }),
    reply: ExchangeRates,
    errors: [422],
    events: ['exchange_rates.set'],
    example: { body: { own: 'EUR', rates: [{ currency: 'USD', rate: '0.8612' }] }, reply: exampleRates },
  }),
}

export const exchangeRateEvents = {
  'exchange_rates.set': event(
    'staff',
    '{actor} set the exchange rates',
    z.strictObject({ own: Currency, currencies: z.array(Currency) }),
  ),
}
