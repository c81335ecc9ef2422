import { businessUnits, type DeskScope } from '@deskhand/contract'
import type { z } from 'zod'
import { loadPerson } from '../../people/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'

export const scopes = handle(businessUnits.scopes, async (inside) => {
  const person = await loadPerson({ ...inside, ifMatch: null }, inside.params.id)
  return { data: await readScopes(inside.tx, inside.actor.companyId, person.id) }
})

/** The desks of a person, each with what it is narrowed to; none is everywhere. */
export const readScopes = (
  tx: Tx,
  companyId: string,
  personId: string,
): Promise<z.output<typeof DeskScope>[]> =>
  tx.query(
    `select m.desk_id as "serviceDeskId",
       array(select s.unit_id from app.desk_scopes s where s.company_id = m.company_id and s.person_id = m.person_id
         and s.desk_id = m.desk_id order by s.unit_id) as "unitIds"
     from app.desk_members m join app.desks d on d.company_id = m.company_id and d.id = m.desk_id
     where m.company_id = $1 and m.person_id = $2 order by d.display_order, d.code`,
    [companyId, personId],
  )
