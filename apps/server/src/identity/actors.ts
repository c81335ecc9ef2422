import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Pools } from '../platform/db/pools.ts'
import { transact } from '../platform/db/transaction.ts'
import type { Claims } from './accessToken.ts'
import { permissionsOf } from './rules.ts'

/** No company at all (RFC 9562 §5.9): what a super admin acts for. No row has it. */
export const noCompany = '00000000-0000-0000-0000-000000000000'

/** How long a process may believe what it read of a session; a change in another process counts after it. */
const fresh = 3_000

type Row = {
  isSuperAdmin: boolean
  accountName: string
  name: string | null
  isAdmin: boolean | null
  desks: Record<string, 'TECHNICIAN' | 'SUPERVISOR'>
  isNarrowed: boolean
  provedAt: Date | null
}

const findSession = `
  select a.is_super_admin as "isSuperAdmin", a.name as "accountName", s.proved_at as "provedAt", p.name, p.is_admin as "isAdmin",
    coalesce((select json_object_agg(m.desk_id, m.role) from app.desk_members m
      where m.company_id = p.company_id and m.person_id = p.id), '{}') as desks,
    not coalesce(p.is_admin, false) and exists (select from app.desk_scopes s
      where s.company_id = p.company_id and s.person_id = p.id) as "isNarrowed"
  from auth.sessions s
  join auth.accounts a on a.id = s.account_id
  left join app.people p on p.company_id = s.company_id and p.id = s.person_id
    and p.state = 'ACTIVE' and p.deleted_at is null
  left join app.companies c on c.company_id = s.company_id and c.state = 'ACTIVE'
  where s.id = $1 and s.ended_at is null and s.expires_at > $2
    and (s.company_id is null and a.is_super_admin or p.id is not null and c.company_id is not null)`

/** Finds who stands behind a session, and remembers it for a moment. */
export function openActors(pools: Pools) {
  const known = new Map<string, { actor: Actor | null; until: number }>()

  const load = async ({ accountId, sessionId, companyId, personId }: Claims): Promise<Actor | null> => {
    const [row] = await transact(pools.auth, { companyId, personId }, (tx) =>
      tx.query<Row>(findSession, [sessionId, clock.now()]),
    )
    if (!row) return null
    const desks = new Map(Object.entries(row.desks))
    return {
      accountId,
      sessionId,
      companyId: companyId ?? noCompany,
      id: personId ?? noCompany,
      name: row.name ?? row.accountName,
      isAdmin: row.isAdmin ?? false,
      isSuperAdmin: row.isSuperAdmin,
      desks,
      isNarrowed: row.isNarrowed,
      provedAt: row.provedAt,
      permissions: permissionsOf(companyId === null ? null : (row.isAdmin ?? false), row.isSuperAdmin, [
        ...desks.values(),
      ]),
    }
  }

  return {
    async find(claims: Claims): Promise<Actor | null> {
      const now = Date.now()
      const entry = known.get(claims.sessionId)
      if (entry && entry.until > now) return entry.actor
      const actor = await load(claims)
      if (known.size > 20_000) known.clear()
      known.set(claims.sessionId, { actor, until: now + fresh })
      return actor
    },
    /** After a change of rights: forget a person, or everybody. */
    forget(personId?: string): void {
      for (const [sessionId, { actor }] of known) {
        if (!personId || actor?.id === personId) known.delete(sessionId)
      }
    },
    forgetSession(sessionId: string): void {
      known.delete(sessionId)
    },
  }
}

export type Actors = ReturnType<typeof openActors>
