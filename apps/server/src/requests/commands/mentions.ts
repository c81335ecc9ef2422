import type { Mention } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import type { RequestRecord } from '../access.ts'
import { isStaff } from '../rules.ts'
import { words } from '../words.ts'

type Asked = Pick<Mention, 'type' | 'id'>
type Person = { id: string; name: string; maySee: boolean; worksOn: boolean; hasPart: boolean }

/**
 * Whom an entry may name: of the desk's side whoever may see the request (and, in a note, works on it); of the other side
 * whoever has a part in it already. Everybody else is refused in a sentence, before anything is written, so that nobody
 * is told of what they cannot see, and nobody learns by trying who could.
 */
export async function checkMentions(
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  asked: readonly Asked[],
  isInternal: boolean,
): Promise<Mention[]> {
  if (asked.length === 0) return []
  const people = asked.filter(({ type }) => type === 'person').map(({ id }) => id)
  const teams = asked.filter(({ type }) => type === 'team').map(({ id }) => id)
  const isOfDesk = isStaff(actor, request)
  if (teams.length > 0 && !isOfDesk) throw refuseField('mentions', words.mentionsOfConversation)
  const [foundPeople, foundTeams] = await Promise.all([
    tx.query<Person>(findPeople, [request.companyId, request.id, people]),
    tx.query<{ id: string; name: string }>(
      'select id, name from app.teams where company_id = $1 and desk_id = $2 and is_active and id = any ($3::uuid[])',
      [request.companyId, request.serviceDeskId, teams],
    ),
  ])
  for (const id of people) {
    const refusal = refusalOf(
      foundPeople.find((one) => one.id === id),
      isOfDesk,
      isInternal,
    )
    if (refusal) throw refuseField('mentions', refusal)
  }
  if (foundTeams.length !== new Set(teams).size) throw refuseField('mentions', words.noSuchTeam)
  if (teams.length > 0 && request.isConfidential && !request.accessIncludesDesk) {
    throw refuseField('mentions', words.teamCannotSee(foundTeams[0]?.name ?? ''))
  }
  return [
    ...foundPeople.map(({ id, name }) => ({ type: 'person' as const, id, name })),
    ...foundTeams.map(({ id, name }) => ({ type: 'team' as const, id, name })),
  ]
}

function refusalOf(person: Person | undefined, isOfDesk: boolean, isInternal: boolean): string | null {
  if (!isOfDesk) return person?.hasPart ? null : words.mentionsOfConversation
  if (!person) return words.noSuchPerson
  if (isInternal && !person.worksOn) return words.cannotReadNotes(person)
  return person.maySee ? null : words.cannotSee(person)
}

/** As the door and the policy of confidential requests decide, for other people than the actor. */
const findPeople = `
  with r as (select * from app.requests where company_id = $1 and id = $2),
  those as (
    select p.id, p.name, p.is_admin, r.is_confidential,
      exists (select from app.desk_members m where m.company_id = $1 and m.desk_id = r.service_desk_id
        and m.person_id = p.id) as is_member,
      exists (select from app.request_access a where a.company_id = $1 and a.request_id = r.id
        and a.person_id = p.id) as is_listed,
      exists (select from app.participants w where w.company_id = $1 and w.request_id = r.id
        and w.person_id = p.id) as follows,
      r.access_includes_desk, r.requester_id = p.id as asked, r.created_by_id = p.id as made,
      r.assigned_to_id is not distinct from p.id as has_it,
      exists (select from app.request_activities c where c.company_id = $1 and c.request_id = r.id
        and c.author_id = p.id and not c.is_internal) as has_spoken
    from r join app.people p on p.company_id = $1 and p.id = any ($3::uuid[])
      and p.state <> 'BLOCKED' and p.deleted_at is null),
  judged as (
    select *, case when is_confidential then asked or (access_includes_desk and is_member) or is_listed
      else is_admin or asked or made or is_member or follows end as may_see
    from those)
  select id, name, may_see as "maySee", may_see and (is_member or (is_admin and not is_confidential)) as "worksOn",
    may_see and (asked or made or has_it or has_spoken or follows or is_listed) as "hasPart"
  from judged`
