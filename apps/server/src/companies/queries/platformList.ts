import { companies, type ReplyIn } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { companyFields } from '../access.ts'

type Used = ReplyIn<typeof companies.platformGet>

/** Companies with their use, by the role that may count people and numbers but read no request. */
export async function readUsed(tx: Tx, id: string | null): Promise<(Used & { version: number })[]> {
  const rows = await tx.query<{ company: Used }>(
    `select json_build_object(${companyFields},
       'peopleCount', (select count(*)::int from app.people p where p.company_id = c.company_id and p.deleted_at is null),
       'requestCount', (select coalesce(sum(n.value), 0)::int from app.counters n
         where n.company_id = c.company_id and n.name like 'desk:%')) as company
     from app.companies c where $1::uuid is null or c.company_id = $1 order by c.name, c.company_id`,
    [id],
  )
  return rows.map(({ company }) => company)
}

export const platformList = handle(
  companies.platformList,
  async ({ tx }) => new Json<{ data: Used[] }>(JSON.stringify({ data: await readUsed(tx, null) })),
  { door: 'platform' },
)
