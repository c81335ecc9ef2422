import { people, type Role, roles } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { permissionWords } from '../permissionWords.ts'

/** The roles that a company gives; running the installation is none of them. */
const given: Exclude<Role, 'super_admin'>[] = ['employee', 'technician', 'supervisor', 'admin']

export async function readRoles(tx: Tx) {
  const [counts] = await tx.query<Record<(typeof given)[number], number>>(
    `select count(*)::int as employee, (count(*) filter (where p.is_admin))::int as admin,
       (count(*) filter (where seats.technician))::int as technician,
       (count(*) filter (where seats.supervisor))::int as supervisor
     from app.people p
     left join lateral (
       select bool_or(d.role = 'TECHNICIAN') as technician, bool_or(d.role = 'SUPERVISOR') as supervisor
       from app.desk_members d where d.company_id = p.company_id and d.person_id = p.id) seats on true
     where p.company_id = $1 and p.deleted_at is null and p.state <> 'BLOCKED'`,
    [tx.whose.companyId],
  )
  return given.map((id) => ({
    id,
    words: roles[id].words,
    perDesk: roles[id].perDesk,
    memberCount: counts?.[id] ?? 0,
    permissions: roles[id].permissions.map((permission) => ({
      id: permission,
      words: permissionWords[permission],
    })),
  }))
}

export const roleList = handle(people.roleList, async ({ tx }) => ({ data: await readRoles(tx) }))
