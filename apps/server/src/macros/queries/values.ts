import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RequestRecord } from '../../requests/access.ts'
import type { Values } from '../rules.ts'

/** What the variables of a text say on this request, to this person; empty where there is nothing to say. */
export async function valuesFor(tx: Tx, actor: Actor, request: RequestRecord): Promise<Values> {
  const [row] = await tx.query<Omit<Values, 'me.name' | 'request.referenceNumber' | 'request.summary'>>(
    `select p.first_name as "requester.firstName", p.name as "requester.name",
       coalesce(p.department, '') as "requester.department", coalesce(p.site, '') as "requester.site",
       d.name as "request.deskName", coalesce(kind.name, '') as "request.typeName",
       coalesce(holder.name, '') as "request.assigneeName", coalesce(me.first_name, $7) as "me.firstName", c.name as "company.name"
     from app.companies c
     join app.people p on p.company_id = c.company_id and p.id = $2
     left join app.people me on me.company_id = c.company_id and me.id = $3
     join app.desks d on d.company_id = c.company_id and d.id = $4
     left join app.request_types kind on kind.company_id = c.company_id and kind.id = $5
     left join app.people holder on holder.company_id = c.company_id and holder.id = $6
     where c.company_id = $1`,
    [
      request.companyId,
      request.requesterId,
      actor.id,
      request.serviceDeskId,
      request.requestTypeId,
      request.assignedToId,
      // Deskhand itself has one name.
      actor.name,
    ],
  )
  if (!row) throw new Error('A request without its people.')
  return {
    ...row,
    'me.name': actor.name,
    'request.referenceNumber': request.referenceNumber,
    'request.summary': request.summary,
  }
}
