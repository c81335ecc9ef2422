import { people } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadPerson } from '../access.ts'

type Row = {
  id: string
  device: string
  ip: string | null
  method: string
  createdAt: Date
  lastUsedAt: Date
}

/** Those of this company alone: where else somebody belongs is nobody's business here. */
export const sessions = handle(
  people.sessions,
  async (inside) => {
    const { tx, actor, params } = inside
    const { accountId } = await loadPerson(inside, params.id, { removed: true })
    const rows = await tx.query<Row>(
      `select id, device, host(ip) as ip, method, created_at as "createdAt", last_used_at as "lastUsedAt"
       from auth.sessions where account_id = $1 and company_id = $2 and ended_at is null and expires_at > $3
       order by last_used_at desc, id limit 200`,
      [accountId, actor.companyId, clock.now()],
    )
    return {
      data: rows.map(({ createdAt, lastUsedAt, ...session }) => ({
        ...session,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
      })),
    }
  },
  { door: 'auth' },
)
