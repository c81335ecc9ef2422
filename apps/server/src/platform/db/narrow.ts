import type { Pools } from './pools.ts'

const question = `
  select current_user as role, r.rolsuper as "isSuperuser", r.rolbypassrls as "bypassesPolicies",
    (select count(*)::int from pg_shdepend d
     where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o') as owned
  from pg_roles r where r.rolname = current_user`

type Role = { role: string; isSuperuser: boolean; bypassesPolicies: boolean; owned: number }

/** A sentence for each role that could do more than it should; the policies would not hold against it. */
export async function findWideRoles(pools: Pools): Promise<string[]> {
  const complaints: string[] = []
  for (const pool of Object.values(pools)) {
    const [role] = (await pool.query<Role>(question)).rows
    if (role?.isSuperuser) complaints.push(`The role ${role.role} is a superuser of the database.`)
    if (role?.bypassesPolicies) complaints.push(`The role ${role.role} may bypass row-level security.`)
    if (role && role.owned > 0) complaints.push(`The role ${role.role} owns objects in the database.`)
  }
  return complaints
}
