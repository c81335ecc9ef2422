import type { Step } from '../agreements/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { RequestRecord } from '../requests/access.ts'

/**
 * Whether a step can still give a request to whom it names: it was checked when it was saved, and people leave and
 * teams close after that. Looked up for all steps of a minute at once.
 */
export async function stillThere(
  tx: Tx,
  steps: readonly { request: RequestRecord; step: Step }[],
): Promise<
  (request: RequestRecord, action: { assignedToId: string | null; assignedTeamId: string | null }) => boolean
> {
  const given = steps.flatMap(({ step: { action } }) => (action.do === 'REASSIGN' ? [action] : []))
  if (given.length === 0) return () => true
  const rows = await tx.query<{ id: string; deskId: string }>(
    `select m.person_id as id, m.desk_id as "deskId" from app.desk_members m
       join app.people p on p.company_id = m.company_id and p.id = m.person_id
       where m.company_id = $1 and m.person_id = any ($2::uuid[]) and p.state = 'ACTIVE' and p.deleted_at is null
     union all
     select t.id, t.desk_id from app.teams t where t.company_id = $1 and t.id = any ($3::uuid[]) and t.is_active`,
    [
      tx.whose.companyId,
      given.flatMap(({ assignedToId }) => assignedToId ?? []),
      given.flatMap(({ assignedTeamId }) => assignedTeamId ?? []),
    ],
  )
  const there = new Set(rows.map(({ id, deskId }) => `${deskId} ${id}`))
  return ({ serviceDeskId }, { assignedToId, assignedTeamId }) =>
    [assignedToId, assignedTeamId].every((id) => id === null || there.has(`${serviceDeskId} ${id}`))
}
