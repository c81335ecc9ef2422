import * as z from 'zod'
import { Depreciation } from './assetCatalogueShapes.ts'
import { day, uuid } from './kit.ts'
import { Money } from './money.ts'

/** What a thing is worth in the books on a day. */
export const BookValue = z.strictObject({
  on: day,
  /** Null where nobody says how its kind loses value. */
  rule: Depreciation.nullable(),
  /** Who says so. */
  ruleOf: z.enum(['model', 'category']).nullable(),
  purchaseDate: day.nullable(),
  purchaseCost: Money.nullable(),
  /** What is left of it in the end. */
  residual: Money.nullable(),
  /** Null where what it needs is not known, or it was not bought yet; zero once it is retired. */
  bookValue: Money.nullable(),
  depreciated: Money.nullable(),
  /** From when on it loses no more. */
  endsOn: day.nullable(),
  retiredOn: day.nullable(),
  /** At each year's day of its purchase, until it loses no more. */
  schedule: z.array(z.strictObject({ on: day, bookValue: Money })),
})
export type BookValue = z.output<typeof BookValue>

/** What a thing has cost, with what is part of it. */
export const AssetCosts = z.strictObject({
  data: z.array(
    z.strictObject({
      kind: z.enum(['PURCHASE', 'PART']),
      assetId: uuid,
      assetTag: z.string(),
      name: z.string().nullable(),
      on: day.nullable(),
      amount: Money,
    }),
  ),
  /** One sum for each currency; nothing is converted. */
  totals: z.array(Money),
})
export type AssetCosts = z.output<typeof AssetCosts>
