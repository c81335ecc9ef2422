import type { people, ReplyIn } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type AnswerExtra, answer, Json } from '../../platform/http/answer.ts'

/** The roles of `p` as grants, the company's first. */
export const grantsOf = `(select coalesce(json_agg(json_build_object('role', g.role, 'serviceDeskId', g.desk_id)
    order by g.desk_id nulls first), '[]')
  from (select 'admin' as role, null::uuid as desk_id where p.is_admin
    union all select lower(d.role), d.desk_id from app.desk_members d
      where d.company_id = p.company_id and d.person_id = p.id) g)`

/**
 * What this actor may see of a person `p` with manager `m`. Colleagues see who somebody is and how to reach
 * them; roles are for who works on requests; the last sign-in for who manages people.
 */
export const personFields = (actor: Actor): string => `
  'id', p.id, 'email', p.email, 'firstName', p.first_name, 'lastName', p.last_name, 'name', p.name,
  'jobTitle', p.job_title, 'department', p.department, 'site', p.site, 'phone', p.phone,
  'managerId', p.manager_id, 'managerName', m.name, 'state', p.state,
  'isVip', ${actor.permissions.has('people.list') ? 'p.is_vip' : 'false'},
  'roles', ${actor.permissions.has('people.list') ? grantsOf : `case when p.id = app.pid() then ${grantsOf} else '[]' end`},
  'lastSignInAt', ${actor.permissions.has('people.manage') ? 'p.last_sign_in_at' : 'null'},
  'createdAt', p.created_at, 'deletedAt', p.deleted_at, 'version', p.version`

export const withManager = `left join app.people m on m.company_id = p.company_id and m.id = p.manager_id`

/**
 * One person as this actor may see them, or null. The counts are of requests that the actor could list:
 * their own, those of their desks, all for an admin; confidential ones never count for anybody else, with
 * whichever role of the database this runs.
 */
export async function readPerson(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<(Json<ReplyIn<typeof people.get>> & { version: number }) | null> {
  const [row] = await tx.query<{ text: string; version: number }>(
    `select json_build_object(${personFields(actor)}, 'openRequestCount', n.open, 'requestCount', n.every)::text as text,
       p.version
     from app.people p ${withManager}
     cross join lateral (
       select count(*)::int as every,
         (count(*) filter (where r.closed_at is null and r.status not in ('RESOLVED', 'REJECTED')))::int as open
       from app.requests r
       where r.company_id = p.company_id and r.requester_id = p.id and r.deleted_at is null
         and (r.requester_id = $3 or not r.is_confidential and ($4 or r.service_desk_id = any ($5)))) n
     where p.company_id = $1 and p.id = $2 and (p.deleted_at is null or $6)`,
    [
      actor.companyId,
      id,
      actor.id,
      actor.permissions.has('requests.read_all'),
      [...actor.desks.keys()],
      actor.permissions.has('people.manage'),
    ],
  )
  return row ? Object.assign(new Json<ReplyIn<typeof people.get>>(row.text), { version: row.version }) : null
}

/** The answer of a command that changed somebody. */
export async function answerPerson(tx: Tx, actor: Actor, id: string, extra: AnswerExtra = {}) {
  const person = await readPerson(tx, actor, id)
  if (!person) throw new Error('A person was changed and cannot be read.')
  return answer(person, { version: person.version, ...extra })
}
