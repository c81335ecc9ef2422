import type { StockTakeRow } from '@deskhand/contract'
import { stockTakeWords as words } from './words.ts'

type Scope = Pick<StockTakeRow, 'locations' | 'departments' | 'categories'>

/** "Laptop, Monitor: IT store, people of Finance" */
export function scopeText({ locations, departments, categories }: Scope): string {
  const where = [...locations.map(({ name }) => name), ...departments].join(', ')
  const what = categories.map(({ name }) => name).join(', ')
  return [what, where].filter(Boolean).join(': ') || words.everything
}

/** How it is counted, beside what. */
export function wayText({ sample, isBlind }: Pick<StockTakeRow, 'sample' | 'isBlind'>): string {
  const way = sample ? words.sampled(sample.confidence, sample.margin) : words.full
  return isBlind ? `${way}, ${words.blind}` : way
}

export const countedOf = ({ counts }: Pick<StockTakeRow, 'counts'>): number =>
  counts.found + counts.selfConfirmed
