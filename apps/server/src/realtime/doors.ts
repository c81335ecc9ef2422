import { sql } from 'kysely'
import { permissionsOf } from '../identity/rules.ts'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Pools } from '../platform/db/pools.ts'
import { transact } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import { type Doors, seatOf } from '../platform/realtime/doors.ts'
import { visibleTo } from '../requests/access.ts'
import { isStaff, isSupervisor } from '../requests/rules.ts'

/** What the sockets ask, answered by the same doors that every route goes through. */
export function openDoors(pools: Pools): Doors {
  return {
    async seesRequests(actor, idsOrRefs) {
      const ids = idsOrRefs.map((one) => one.toLowerCase()).filter(isUuid)
      const refs = idsOrRefs.filter((one) => !isUuid(one.toLowerCase())).map((one) => one.toUpperCase())
      const rows = await transact(pools.app, { companyId: actor.companyId, personId: actor.id }, ({ db }) =>
        db
          .selectFrom('requests')
          .select(['id', 'referenceNumber', 'serviceDeskId', 'requesterId', 'createdById'])
          .select(['isConfidential', 'deletedAt'])
          .where('companyId', '=', actor.companyId)
          .where(sql<boolean>`(id = any (${ids}::uuid[]) or reference_number = any (${refs}::text[]))`)
          .where(visibleTo(actor))
          .execute(),
      )
      return rows
        .filter((row) => row.deletedAt === null || isSupervisor(actor, row))
        .map((row) => ({
          id: row.id,
          ref: row.referenceNumber,
          deskId: row.serviceDeskId,
          isConfidential: row.isConfidential,
          isStaff: isStaff(actor, row),
        }))
    },

    async worksOn(actor, codes) {
      const upper = codes.map((code) => code.toUpperCase())
      const desks = await transact(pools.app, { companyId: actor.companyId, personId: actor.id }, ({ db }) =>
        db
          .selectFrom('desks')
          .select(['id', 'code'])
          .where('companyId', '=', actor.companyId)
          .where(sql<boolean>`code = any (${upper}::text[])`)
          .execute(),
      )
      return desks.filter(({ id }) => actor.isAdmin || actor.desks.has(id))
    },

    namesOf: (companyId, personIds) =>
      transact(pools.app, { companyId, personId: null }, (tx) =>
        tx.query<{ id: string; name: string }>(
          'select id, name from app.people where company_id = $1 and id = any ($2::uuid[])',
          [companyId, personIds],
        ),
      ),

    async stillSignedIn(actors) {
      const seats = [...new Map(actors.map((actor) => [seatOf(actor), actor])).values()]
      const open = await findOpen(pools, seats)
      const byCompany = Map.groupBy(
        seats.filter((actor) => open.has(seatOf(actor))),
        ({ companyId }) => companyId,
      )
      const now = new Map<string, Actor>()
      for (const [companyId, inside] of byCompany) {
        const people = await findPeople(pools, companyId, inside)
        for (const actor of inside) {
          const person = people.get(actor.id)
          if (person) now.set(seatOf(actor), { ...actor, ...person })
          // The platform's own people belong to no company and have nothing in one to lose.
          else if (actor.isSuperAdmin && open.get(seatOf(actor)) === null) now.set(seatOf(actor), actor)
        }
      }
      return now
    },
  }
}

/** One statement for all of them: whose session has neither ended nor run out, with its membership's company. */
async function findOpen(pools: Pools, seats: readonly Actor[]): Promise<Map<string, string | null>> {
  const rows = await transact(pools.auth, { companyId: null, personId: null }, (tx) =>
    tx.query<{ sessionId: string; companyId: string; member: string | null }>(
      `select w.session as "sessionId", w.company as "companyId", m.company_id as member
       from unnest($1::uuid[], $2::uuid[]) as w (session, company)
       join auth.sessions s on s.id = w.session and s.ended_at is null and s.expires_at > $3
       left join auth.memberships m on m.account_id = s.account_id and m.company_id = w.company
       where m.state is null or m.state not in ('BLOCKED', 'REMOVED')`,
      [seats.map(({ sessionId }) => sessionId), seats.map(({ companyId }) => companyId), clock.now()],
    ),
  )
  return new Map(rows.map((row) => [seatOf(row), row.member]))
}

type Person = Pick<Actor, 'name' | 'isAdmin' | 'desks' | 'permissions' | 'isNarrowed'>

async function findPeople(
  pools: Pools,
  companyId: string,
  actors: readonly Actor[],
): Promise<Map<string, Person>> {
  const ids = [...new Set(actors.map(({ id }) => id))]
  const [people, members] = await transact(pools.auth, { companyId, personId: null }, (tx) =>
    Promise.all([
      tx.query<{ id: string; name: string; isAdmin: boolean; isNarrowed: boolean }>(
        `select p.id, p.name, p.is_admin as "isAdmin", not p.is_admin and exists (select from app.desk_scopes s
           where s.company_id = p.company_id and s.person_id = p.id) as "isNarrowed"
         from app.people p
         join app.companies c on c.company_id = p.company_id and c.state = 'ACTIVE'
         where p.company_id = $1 and p.id = any ($2::uuid[]) and p.state = 'ACTIVE' and p.deleted_at is null`,
        [companyId, ids],
      ),
      tx.query<{ personId: string; deskId: string; role: 'TECHNICIAN' | 'SUPERVISOR' }>(
        `select person_id as "personId", desk_id as "deskId", role from app.desk_members
         where company_id = $1 and person_id = any ($2::uuid[])`,
        [companyId, ids],
      ),
    ]),
  )
  const desksOf = Map.groupBy(members, ({ personId }) => personId)
  return new Map(
    people.map(({ id, name, isAdmin, isNarrowed }) => {
      const desks = new Map((desksOf.get(id) ?? []).map(({ deskId, role }) => [deskId, role] as const))
      return [
        id,
        { name, isAdmin, isNarrowed, desks, permissions: permissionsOf(isAdmin, false, [...desks.values()]) },
      ]
    }),
  )
}
