import type { Team } from '@deskhand/contract'
import { teamColumns } from '../desks/queries/teams.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { words } from './words.ts'

/** A team of the company; `lock` for a change, which only who leads its desk may make. */
export async function loadTeam(
  { tx, actor }: { tx: Tx; actor: Actor },
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Team> {
  const [team] = isUuid(id.toLowerCase())
    ? await tx.query<Team>(
        `select ${teamColumns} from app.teams t where t.company_id = $1 and t.id = $2 ${lock ? 'for update of t' : ''}`,
        [actor.companyId, id.toLowerCase()],
      )
    : []
  if (!team) throw new Stop('not_found', words.noSuchTeam)
  if (lock) mustLead(actor, team.serviceDeskId)
  return team
}

export function mustLead(actor: Actor, deskId: string): void {
  if (!actor.isAdmin && actor.desks.get(deskId) !== 'SUPERVISOR')
    throw new Stop('forbidden', words.notSupervisor)
}

/** The name is free at the desk, but for this team; whether it is open or closed. */
export async function checkName(
  tx: Tx,
  { deskId, name, exceptId }: { deskId: string; name: string; exceptId: string | null },
): Promise<void> {
  const [other] = await tx.query(
    `select from app.teams where company_id = $1 and desk_id = $2 and lower(name) = lower($3)
       and id is distinct from $4::uuid`,
    [tx.whose.companyId, deskId, name, exceptId],
  )
  if (other) throw refuseField('name', words.taken(name))
}

/** Makes these the members of a team: all of them people of its desk. */
export async function putMembers(
  tx: Tx,
  { id, deskId }: { id: string; deskId: string },
  personIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(personIds.map((one) => one.toLowerCase()))]
  const [found] = await tx.query<{ count: number }>(
    `select count(*)::int as count from app.desk_members m
     join app.people p on p.company_id = m.company_id and p.id = m.person_id
     where m.company_id = $1 and m.desk_id = $2 and m.person_id = any ($3::uuid[]) and p.deleted_at is null`,
    [tx.whose.companyId, deskId, wanted],
  )
  if (found?.count !== wanted.length) throw refuseField('personIds', words.notAtDesk)
  await tx.run(
    `with gone as (
       delete from app.team_members where company_id = $1 and team_id = $2 and person_id <> all ($3::uuid[]))
     insert into app.team_members (company_id, team_id, person_id) select $1, $2, unnest($3::uuid[])
     on conflict do nothing`,
    [tx.whose.companyId, id, wanted],
  )
}

export const aboutTeam = ({ id, name, serviceDeskId }: Team): Subject => ({
  type: 'team',
  id,
  ref: name,
  deskId: serviceDeskId,
})
