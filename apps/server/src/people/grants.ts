import type { Tx } from '../platform/db/transaction.ts'
import { grantsOf } from './queries/person.ts'
import { checkGrants, type GrantOf } from './rules.ts'

/** The roles that somebody has now. */
export async function readGrants(tx: Tx, companyId: string, personId: string): Promise<GrantOf[]> {
  const [row] = await tx.query<{ roles: GrantOf[] }>(
    `select ${grantsOf} as roles from app.people p where p.company_id = $1 and p.id = $2`,
    [companyId, personId],
  )
  return row?.roles ?? []
}

/**
 * Makes these the person's roles, or refuses them with 422. Who leaves a desk leaves its teams as well; what
 * is assigned to them there stays so, until somebody of the desk takes it.
 */
export async function writeGrants(
  tx: Tx,
  companyId: string,
  personId: string,
  grants: readonly GrantOf[],
): Promise<void> {
  const desks = await tx.query<{ id: string }>('select id from app.desks where company_id = $1', [companyId])
  checkGrants(grants, new Set(desks.map(({ id }) => id)))
  const seats = grants.flatMap(({ role, serviceDeskId }) =>
    serviceDeskId ? [{ desk_id: serviceDeskId, role: role.toUpperCase() }] : [],
  )
  await tx.run(
    `with seats as (select * from jsonb_to_recordset($3::jsonb) as seat(desk_id uuid, role text)),
     left_desks as (
       delete from app.desk_members m where m.company_id = $1 and m.person_id = $2
         and m.desk_id not in (select desk_id from seats)),
     left_teams as (
       delete from app.team_members tm using app.teams t
       where tm.company_id = $1 and tm.person_id = $2 and t.company_id = tm.company_id and t.id = tm.team_id
         and t.desk_id not in (select desk_id from seats))
     insert into app.desk_members (company_id, person_id, desk_id, role)
     select $1, $2, desk_id, role from seats
     on conflict (company_id, person_id, desk_id) do update set role = excluded.role`,
    [companyId, personId, JSON.stringify(seats)],
  )
  await tx.run('update app.people set is_admin = $3 where company_id = $1 and id = $2', [
    companyId,
    personId,
    grants.some(({ role }) => role === 'admin'),
  ])
}
