import type { Tx } from '../../platform/db/transaction.ts'

/** For the desk `d`: the same people in the same places, the same version, whatever they have in hand. */
export const membersVersion = `(select md5(coalesce(string_agg(m.person_id || m.role, ',' order by m.person_id), ''))
  from app.desk_members m where m.company_id = d.company_id and m.desk_id = d.id)`

export async function readMembersVersion(tx: Tx, deskId: string): Promise<string> {
  const [desk] = await tx.query<{ version: string }>(
    `select ${membersVersion} as version from app.desks d where d.company_id = $1 and d.id = $2`,
    [tx.whose.companyId, deskId],
  )
  return desk?.version ?? ''
}
