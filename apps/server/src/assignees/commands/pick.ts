import type { AssignBy, RuleActions } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import type { RequestRecord } from '../../requests/access.ts'
import { candidatesOf } from '../queries/candidates.ts'
import { pick } from '../rules.ts'
import { words } from '../words.ts'

/**
 * Whose turn it is for a locked request. One at a time for each desk: what the one before gave out is committed, and
 * counted, before the next looks.
 */
export async function pickAssignee(
  tx: Tx,
  request: RequestRecord,
  { by, skills }: NonNullable<RuleActions['assign']>,
): Promise<{ id: string; name: string; by: AssignBy }> {
  const { companyId, serviceDeskId: deskId } = request
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`assignees ${companyId} ${deskId}`])
  const now = clock.now()
  const [facts] = await tx.query<{ siteId: string | null; lastId: string | null }>(
    `select r.site_id as "siteId", (select o.assigned_to_id from app.requests o
       where o.company_id = r.company_id and o.requester_id = r.requester_id and o.service_desk_id = r.service_desk_id
         and o.id <> r.id and o.assigned_to_id is not null and o.deleted_at is null
       order by o.created_at desc, o.id desc limit 1) as "lastId"
     from app.requests r where r.company_id = $1 and r.id = $2`,
    [companyId, request.id],
  )
  const { siteId = null, lastId = null } = facts ?? {}
  const candidates = await candidatesOf(tx, { deskId, teamId: request.assignedTeamId, siteId, now })
  const found = pick(candidates, { by, skills, lastId })
  if (!found) throw new Stop('rule', words.nobody)
  const { person } = found
  // Later than any before at this desk, also within one millisecond: the order of turns is the order of gifts.
  await tx.run(
    `insert into app.assignees (company_id, person_id, desk_id, takes_work, given_at)
     select $1, $2, $3, true, greatest($4::timestamptz, max(given_at) + interval '1 millisecond')
     from app.assignees where company_id = $1 and desk_id = $3
     on conflict (company_id, person_id, desk_id) do update set given_at = excluded.given_at`,
    [companyId, person.id, deskId, now],
  )
  return { id: person.id, name: person.name, by: found.by }
}
