import type { Tx } from '../platform/db/transaction.ts'
import { refuseField } from '../platform/stop.ts'
import type { RequestRecord } from '../requests/access.ts'
import { words } from './words.ts'

type Colleague = { id: string; name: string; isAtDesk: boolean }

/** Somebody of the company; of a confidential request only who may see it, by its desk or its list. */
export async function findColleague(tx: Tx, request: RequestRecord, personId: string): Promise<Colleague> {
  const [person] = await tx.query<Colleague & { isListed: boolean }>(
    `select p.id, p.name, exists (select from app.desk_members m where m.company_id = $1 and m.desk_id = $3
         and m.person_id = p.id) as "isAtDesk",
       exists (select from app.request_access a where a.company_id = $1 and a.request_id = $4
         and a.person_id = p.id) as "isListed"
     from app.people p where p.company_id = $1 and p.id = $2 and p.state = 'ACTIVE' and p.deleted_at is null`,
    [request.companyId, personId, request.serviceDeskId, request.id],
  )
  if (!person) throw refuseField('personId', words.noSuchPerson)
  const { isListed, ...colleague } = person
  const isOpenToDesk = request.accessIncludesDesk && colleague.isAtDesk
  if (request.isConfidential && !isListed && !isOpenToDesk) {
    throw refuseField('personId', words.notOnList(colleague.name))
  }
  return colleague
}
