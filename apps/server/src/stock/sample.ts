import { type BodyIn, type StockItemWhole, stock } from '@deskhand/contract'
import type { Desk } from '../testing/desk.ts'
import { ana } from '../testing/people.ts'

let count = 0

/** An item of a test's own, of which so many are at a place. */
export async function addItem(
  desk: Desk,
  body: Partial<BodyIn<typeof stock.add>> = {},
  { at, who = ana }: { at?: Record<string, number>; who?: string } = {},
): Promise<StockItemWhole> {
  count += 1
  const name = `Item ${count} of ${process.pid}`
  const { data } = await desk.as(who).call(stock.add, { body: { name, kind: 'ACCESSORY', ...body } })
  for (const [locationId, quantity] of Object.entries(at ?? {})) {
    const receive = { type: 'RECEIVE' as const, locationId, quantity }
    await desk.as(who).call(stock.move, { params: { id: data.id }, body: receive })
  }
  return data
}
