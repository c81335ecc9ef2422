import { type ReplyOf, teams } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadTeam } from '../access.ts'

type Load = { personId: string | null; openCount: number }

/** Counts are of what row-level security lets the reader see. */
export const get = handle(teams.get, async ({ tx, actor, params }): Promise<ReplyOf<typeof teams.get>> => {
  const team = await loadTeam({ tx, actor }, params.id)
  const loads = await tx.query<Load>(
    `select assigned_to_id as "personId", count(*)::int as "openCount" from app.requests
     where company_id = $1 and assigned_team_id = $2 and deleted_at is null and resolved_at is null and closed_at is null
     group by assigned_to_id`,
    [actor.companyId, team.id],
  )
  const openOf = new Map(loads.map(({ personId, openCount }) => [personId, openCount]))
  return {
    ...team,
    openCount: loads.reduce((sum, { openCount }) => sum + openCount, 0),
    members: team.members.map((member) => ({ ...member, openCount: openOf.get(member.id) ?? 0 })),
  }
})
