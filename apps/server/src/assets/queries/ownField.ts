import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff } from '../access.ts'
import { words } from '../words.ts'

/** Stops where things of this company have no such field, or where the reader sees none of them. */
export async function mustBeOwnField(tx: Tx, actor: Actor, key: string): Promise<void> {
  if (!isStaff(actor)) throw new Stop('forbidden', words.ownFieldsDesk)
  const [found] = await tx.query<{ isThere: boolean }>(find, [actor.companyId, JSON.stringify([{ key }])])
  if (found?.isThere) return
  const message = words.noSuchField(key)
  throw new Stop('rule', message, { errors: [{ pointer: '?sort', message }] })
}

const find = `
  select exists (select from app.asset_categories c where c.company_id = $1 and c.fields @> $2::jsonb)
    or exists (select from app.asset_models m where m.company_id = $1 and m.fields @> $2::jsonb) as "isThere"`
