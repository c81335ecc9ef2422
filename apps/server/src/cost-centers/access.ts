import { activeAmong } from '../people/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { refuseField } from '../platform/stop.ts'
import { words } from './words.ts'

/** The columns of the contract's CostCenter, from `app.cost_centers c` with `owner` and `budget`. */
export const columns = `json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'owner',
  case when owner.id is not null then json_build_object('id', owner.id, 'name', owner.name) end,
  'budgetOwner', case when budget.id is not null then json_build_object('id', budget.id, 'name', budget.name) end,
  'department', c.department, 'isActive', c.is_active, 'version', c.version)`

export const sources = `app.cost_centers c
  left join app.people owner on owner.company_id = c.company_id and owner.id = c.owner_id
  left join app.people budget on budget.company_id = c.company_id and budget.id = c.budget_owner_id`

/** The cost centre that a request counts on: the one that it names, else that of whoever asked; null where neither is. */
export async function costCenterOf(
  tx: Tx,
  named: string | null,
  requesterId: string,
): Promise<string | null> {
  const [row] = await tx.query<{ code: string }>(
    `select c.code from app.cost_centers c where c.company_id = $1 and c.is_active
       and case when $2::text is null
         then c.department = (select p.department from app.people p where p.company_id = $1 and p.id = $3)
         else c.code = upper($2) end
     order by c.code limit 1`,
    [tx.whose.companyId, named, requesterId],
  )
  return row?.code ?? (named ? named.toUpperCase() : null)
}

type Owned = { code: string; isOwned: boolean; isBudgeted: boolean }

/** Those of these codes (of all, where none is given) that are in use, and whether somebody active owns each and its budget. */
export const ownedAmong = (tx: Tx, codes: readonly string[]): Promise<Owned[]> =>
  tx.query<Owned>(
    `select c.code, coalesce(owner.state = 'ACTIVE' and owner.deleted_at is null, false) as "isOwned",
       coalesce(budget.state = 'ACTIVE' and budget.deleted_at is null, false) as "isBudgeted" from ${sources}
     where c.company_id = $1 and c.is_active and (cardinality($2::text[]) = 0 or c.code = any ($2))`,
    [tx.whose.companyId, codes.map((code) => code.toUpperCase())],
  )

/** Whoever is named as an owner works here. */
export async function mustBeActive(
  tx: Tx,
  named: { ownerId?: string | null | undefined; budgetOwnerId?: string | null | undefined },
): Promise<void> {
  const { ownerId, budgetOwnerId } = named
  const ids = [ownerId, budgetOwnerId].filter((id) => typeof id === 'string')
  if (ids.length === 0) return
  const active = await activeAmong(tx, tx.whose.companyId ?? '', ids)
  if (ownerId && !active.has(ownerId)) throw refuseField('ownerId', words.noSuchOwner)
  if (budgetOwnerId && !active.has(budgetOwnerId)) throw refuseField('budgetOwnerId', words.noSuchOwner)
}
