import { identity } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { membershipsOf } from '../access.ts'

type Row = {
  id: string
  companyId: string | null
  device: string
  ip: string | null
  method: string
  createdAt: Date
  lastUsedAt: Date
}

export const sessions = handle(
  identity.sessions,
  async ({ tx, actor }) => {
    const [rows, memberships] = await Promise.all([
      tx.query<Row>(
        `select id, company_id as "companyId", device, host(ip) as ip, method, created_at as "createdAt",
           last_used_at as "lastUsedAt"
         from auth.sessions where account_id = $1 and ended_at is null and expires_at > $2
         order by last_used_at desc, id limit 200`,
        [actor.accountId, clock.now()],
      ),
      membershipsOf(tx, actor.accountId),
    ])
    const names = new Map(memberships.map(({ companyId, companyName }) => [companyId, companyName]))
    return {
      data: rows.map(({ companyId, createdAt, lastUsedAt, ...session }) => ({
        ...session,
        companyName: companyId ? (names.get(companyId) ?? null) : null,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        isCurrent: session.id === actor.sessionId,
      })),
    }
  },
  { door: 'auth' },
)
