import * as z from 'zod'
import { AssetStatus } from './assetShapes.ts'
import { day, read, uuid } from './kit.ts'
import { Money } from './money.ts'

/** The states of what the company has, or soon has; what is retired or void is history. */
export const livingStates = [
  'ORDERED',
  'IN_STOCK',
  'DEPLOYED',
  'IN_TRANSIT',
  'IN_MAINTENANCE',
  'MISSING',
] as const satisfies z.output<typeof AssetStatus>[]

const count = z.int()
/** From a day (with it) until before another; null is open on that side. */
const span = { from: day.nullable(), before: day.nullable(), count }

/** What the company has, counted along what one asks of it; each count is the length of the list with its filter. */
export const AssetOverview = z.strictObject({
  total: count,
  byStatus: z.array(z.strictObject({ status: AssetStatus, count })),
  /** By full years since it was bought, the youngest first; the last is open. `purchasedFrom`, `purchasedBefore`. */
  byAge: z.array(z.strictObject({ years: z.int(), ...span })),
  /** Nobody has written when it was bought. */
  ageUnknown: count,
  /** What ran out already, then month by month from today for a year, then what lasts longer. */
  warranties: z.array(z.strictObject(span)),
  warrantyUnknown: count,
  /** The most frequent, at most so many as a page can show. */
  byModel: z.array(
    z.strictObject({
      modelId: uuid,
      name: z.string(),
      count,
      /** In stock and free to be handed out. */
      availableCount: count,
    }),
  ),
  /** By the site in which it is; what people have is counted at their departments. */
  byPlace: z.array(z.strictObject({ locationId: uuid, name: z.string(), count })),
  byDepartment: z.array(z.strictObject({ department: z.string(), count })),
  /** What was paid for them, by kind and currency. */
  costs: z.array(z.strictObject({ categoryId: uuid, name: z.string(), cost: Money, count })),
  /** Not seen by an agent, a scan or a stock-take for so many days. */
  notSeen: z.array(z.strictObject({ days: z.int(), count })),
})
export type AssetOverview = z.output<typeof AssetOverview>

export const assetReports = {
  overview: read('GET /reporting/assets', {
    may: 'assets.read',
    summary:
      'What the company has: by state, age, warranty, model, place, department and cost, and what was not seen',
    reply: AssetOverview,
  }),
}
