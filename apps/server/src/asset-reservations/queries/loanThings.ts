import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Busy } from '../rules.ts'

export type LoanThing = {
  id: string
  assetTag: string
  modelId: string | null
  categoryId: string
  deskId: string | null
  name: string
  icon: string
  isRequestable: boolean
  /** In stock and ready, not out with somebody. */
  isHere: boolean
  bufferMinutes: number
  busy: Busy[]
}
export type Wish = {
  assetId?: string | undefined
  modelId?: string | undefined
  categoryId?: string | undefined
}

/**
 * Things that can be lent, with when each is taken but for the reservation `except`; what is in stock first. Also for
 * those who see no things of the company.
 */
export const readLoanThings = (tx: Tx, wish: Wish, except: string | null = null): Promise<LoanThing[]> =>
  tx.query<LoanThing>(find, [
    wish.assetId ?? null,
    wish.modelId ?? null,
    wish.categoryId ?? null,
    except,
    clock.now(),
  ])

const find = `
  select t.id, t.asset_tag as "assetTag", t.model_id as "modelId", t.category_id as "categoryId", t.desk_id as "deskId",
    t.name, t.icon, t.is_requestable as "isRequestable", t.is_here as "isHere", t.buffer_minutes as "bufferMinutes", t.busy
  from app_priv.loan_things($1, $2, $3, $4, $5) t`
