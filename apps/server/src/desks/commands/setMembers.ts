import { deskManagement } from '@deskhand/contract'
import { about, activeAmong } from '../../people/access.ts'
import { forgetPeople } from '../../people/commands/forgetPeople.ts'
import { grantsOf } from '../../people/queries/person.ts'
import type { GrantOf } from '../../people/rules.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseStale } from '../../platform/http/refuseStale.ts'
import { refuseField } from '../../platform/stop.ts'
import { readMembersVersion } from '../queries/membersVersion.ts'
import { words } from '../words.ts'
import { aboutDesk, lockDesk } from './desk.ts'

type Seat = { id: string; name: string; role: 'TECHNICIAN' | 'SUPERVISOR' }

/**
 * Replaces who works at a desk. For each person whose place changed it is a change of their roles, as if it
 * had been made on their page: open sockets and sessions follow it at once.
 */
export const setMembers = handle(
  deskManagement.setMembers,
  async ({ tx, actor, params, body, ifMatch, record, platform, afterCommit }) => {
    const desk = await lockDesk(tx, params.id)
    const wanted = new Map(body.members.map(({ personId, role }) => [personId.toLowerCase(), role]))
    if (wanted.size !== body.members.length) throw refuseField('members', words.twice)
    const [before, seen] = await Promise.all([seatsOf(), readMembersVersion(tx, desk.id)])
    refuseStale(ifMatch, { version: seen, current: { data: before, version: seen }, why: words.stale })
    const old = new Map(before.map(({ id, role }) => [id, role]))
    const added = [...wanted.keys()].filter((id) => !old.has(id))
    const active = await activeAmong(tx, actor.companyId, added)
    if (added.some((id) => !active.has(id))) throw refuseField('members', words.noSuchPerson)
    const touched = [...new Set([...wanted.keys(), ...old.keys()])].filter(
      (id) => wanted.get(id) !== old.get(id),
    )
    if (touched.length === 0) return answer({ data: before, version: seen }, { unchanged: true })

    const grantsBefore = await grantsNow(touched)
    const rows = body.members.map(({ personId, role }) => ({ person_id: personId, role }))
    await tx.run(replace, [actor.companyId, desk.id, JSON.stringify(rows)])
    const [after, version, grantsAfter] = await Promise.all([
      seatsOf(),
      readMembersVersion(tx, desk.id),
      grantsNow(touched),
    ])
    record(
      'desk.members_changed',
      aboutDesk(desk),
      { count: after.length },
      {
        members: [
          before.map(({ name, role }) => `${name} ${role}`),
          after.map(({ name, role }) => `${name} ${role}`),
        ],
      },
    )
    for (const { id, name, roles } of grantsAfter) {
      const was = grantsBefore.find((one) => one.id === id)?.roles ?? []
      record('person.roles_changed', about({ id, name }), { roles }, { roles: [was, roles] })
    }
    afterCommit(() => forgetPeople(platform, touched))
    return { data: after, version }

    function seatsOf() {
      return tx.query<Seat>(
        `select p.id, p.name, m.role from app.desk_members m
         join app.people p on p.company_id = m.company_id and p.id = m.person_id
         where m.company_id = $1 and m.desk_id = $2 and p.deleted_at is null
         order by p.last_name, p.first_name, p.id`,
        [actor.companyId, desk.id],
      )
    }
    function grantsNow(ids: readonly string[]) {
      return tx.query<{ id: string; name: string; roles: GrantOf[] }>(
        `select p.id, p.name, ${grantsOf} as roles from app.people p
         where p.company_id = $1 and p.id = any ($2::uuid[]) order by p.id`,
        [actor.companyId, ids],
      )
    }
  },
)

// Who leaves the desk leaves its teams as well; what is assigned to them stays until somebody takes it.
const replace = `
  with seats as (select * from jsonb_to_recordset($3::jsonb) as seat(person_id uuid, role text)),
  left_teams as (
    delete from app.team_members tm using app.teams t
    where tm.company_id = $1 and t.company_id = $1 and t.id = tm.team_id and t.desk_id = $2
      and tm.person_id not in (select person_id from seats)),
  left_desk as (
    delete from app.desk_members m where m.company_id = $1 and m.desk_id = $2
      and m.person_id not in (select person_id from seats))
  insert into app.desk_members (company_id, person_id, desk_id, role)
  select $1, person_id, $2, role from seats
  on conflict (company_id, person_id, desk_id) do update set role = excluded.role`
