import type { Incident } from '@deskhand/contract'
import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { concerns } from '../access.ts'

/** Incidents as this person reads them: the running ones that concern them, or the one of this id. */
export const readIncidents = (
  tx: Tx,
  actor: Actor,
  id: string | null = null,
): Promise<z.output<typeof Incident>[]> =>
  tx.query(find, [
    actor.companyId,
    actor.permissions.has('requests.work'),
    actor.id,
    actor.isAdmin,
    [...actor.desks.keys()],
    [...actor.desks].flatMap(([deskId, role]) => (role === 'SUPERVISOR' ? [deskId] : [])),
    id,
  ])

/** The incident that a command has just changed, which looked whether it concerns them before that. */
export async function readIncident(tx: Tx, actor: Actor, id: string): Promise<z.output<typeof Incident>> {
  const [row] = await readIncidents(tx, actor, id)
  if (!row) throw new Error('A command wrote an incident that its author cannot see.')
  return row
}

const find = `
  select i.id, i.title, i.message, i.site, i.declared_by_name as "declaredByName",
    to_json(i.declared_at) #>> '{}' as "declaredAt", to_json(i.ended_at) #>> '{}' as "endedAt",
    i.affected_count as "affectedCount",
    exists (select from app.incident_affected a
      where a.company_id = i.company_id and a.incident_id = i.id and a.person_id = $3) as "isAffected",
    coalesce((select json_agg(json_build_object('id', u.id, 'message', u.message, 'authorName', u.author_name,
        'createdAt', u.created_at) order by u.created_at desc, u.id desc)
      from (select * from app.incident_updates u where u.company_id = i.company_id and u.incident_id = i.id
        order by u.created_at desc limit 20) u), '[]') as updates,
    case when r.id is not null then i.request_id end as "requestId", r.reference_number as "referenceNumber",
    (r.id is not null and ($4 or r.service_desk_id = any ($6::uuid[]))) as "isLed"
  from app.incidents i
  left join app.requests r on r.company_id = i.company_id and r.id = i.request_id and r.deleted_at is null
    and not r.is_confidential and ($4 or r.service_desk_id = any ($5::uuid[]))
  where i.company_id = $1 and (i.id = $7 or ($7::uuid is null and i.ended_at is null and ${concerns}))
  order by i.declared_at desc, i.id`
