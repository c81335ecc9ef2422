import type { Tx } from '../platform/db/transaction.ts'

/** The columns of the contract's CostCenter, from `app.cost_centers c` with `owner`. */
export const columns = `json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'owner',
  case when owner.id is not null then json_build_object('id', owner.id, 'name', owner.name) end,
  'department', c.department, 'isActive', c.is_active, 'version', c.version)`

export const sources = `app.cost_centers c
  left join app.people owner on owner.company_id = c.company_id and owner.id = c.owner_id`

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

/** Those of these codes (of all, where none is given) that are in use, and whether somebody active owns each. */
export const ownedAmong = (tx: Tx, codes: readonly string[]): Promise<{ code: string; isOwned: boolean }[]> =>
  tx.query<{ code: string; isOwned: boolean }>(
    `select c.code, coalesce(owner.state = 'ACTIVE' and owner.deleted_at is null, false) as "isOwned" from ${sources}
     where c.company_id = $1 and c.is_active and (cardinality($2::text[]) = 0 or c.code = any ($2))`,
    [tx.whose.companyId, codes.map((code) => code.toUpperCase())],
  )
