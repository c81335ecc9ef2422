import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import { type LoanThing, readLoanThings, type Wish } from '../queries/loanThings.ts'
import { isFree, nextFree, type Period } from '../rules.ts'
import { words } from '../words.ts'
import { holdCategories } from './write.ts'

/**
 * Things that fit the wish, while nobody else of the company takes any of their categories. Asked twice: what was taken
 * before the lock came is seen only after it.
 */
export async function holdLoanThings(tx: Tx, wish: Wish, except: string | null = null): Promise<LoanThing[]> {
  const before = await readLoanThings(tx, wish, except)
  if (before.length === 0) return []
  await holdCategories(
    tx,
    before.map(({ categoryId }) => categoryId),
  )
  return readLoanThings(tx, wish, except)
}

/** The first that is free then, or 409 with from when on one is. */
export async function pickFree(tx: Tx, things: readonly LoanThing[], period: Period): Promise<LoanThing> {
  const free = things.find((thing) => isFree(thing, period))
  if (free) return free
  const name = things.length === 1 ? (things[0]?.assetTag ?? '') : (things[0]?.name ?? '')
  throw new Stop('conflict', words.taken(name, nextFree(things, period), await zoneOf(tx)))
}

/** Where the company is. */
export async function zoneOf(tx: Tx): Promise<string> {
  const [company] = await tx.query<{ zone: string }>('select zone from app.companies where company_id = $1', [
    tx.whose.companyId,
  ])
  return company?.zone ?? 'UTC'
}
