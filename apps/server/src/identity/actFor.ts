import type { Actor } from '../platform/actor.ts'
import type { Pools } from '../platform/db/pools.ts'
import { transact } from '../platform/db/transaction.ts'
import { noCompany } from './actors.ts'
import { permissionsOf } from './rules.ts'

type Row = Pick<Actor, 'name' | 'isAdmin' | 'accountId'> & {
  desks: Record<string, 'TECHNICIAN' | 'SUPERVISOR'>
}

const findPerson = `
  select p.name, p.is_admin as "isAdmin", p.account_id as "accountId",
    coalesce((select json_object_agg(m.desk_id, m.role) from app.desk_members m
      where m.company_id = p.company_id and m.person_id = p.id), '{}') as desks
  from app.people p
  join app.companies c on c.company_id = p.company_id and c.state = 'ACTIVE'
  where p.company_id = $1 and p.id = $2 and p.state = 'ACTIVE' and p.deleted_at is null`

/**
 * A person with their rights as they are now, for work of theirs that goes on after their request was
 * answered; null when they may not do anything any more.
 */
export async function actFor(pools: Pools, companyId: string, personId: string): Promise<Actor | null> {
  const [row] = await transact(pools.auth, { companyId, personId }, (tx) =>
    tx.query<Row>(findPerson, [companyId, personId]),
  )
  if (!row) return null
  const desks = new Map(Object.entries(row.desks))
  return {
    accountId: row.accountId ?? noCompany,
    // No session stands behind it.
    sessionId: noCompany,
    companyId,
    id: personId,
    name: row.name,
    isAdmin: row.isAdmin,
    isSuperAdmin: false,
    desks,
    permissions: permissionsOf(row.isAdmin, false, [...desks.values()]),
  }
}
