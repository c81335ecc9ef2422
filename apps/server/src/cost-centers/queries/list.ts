import { type CostCenter, costCenters } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { columns, sources } from '../access.ts'

export const list = handle(costCenters.list, async ({ tx, actor }) => {
  const [row] = await tx.query<{ text: string }>(
    `select json_build_object('data', coalesce(json_agg(${columns} order by c.code), '[]'))::text as text
     from ${sources} where c.company_id = $1`,
    [actor.companyId],
  )
  return new Json<{ data: CostCenter[] }>(row?.text ?? '{"data":[]}')
})

export async function readOne(tx: Tx, id: string): Promise<CostCenter | null> {
  const [row] = await tx.query<{ one: CostCenter }>(
    `select ${columns} as one from ${sources} where c.company_id = $1 and c.id = $2`,
    [tx.whose.companyId, id],
  )
  return row?.one ?? null
}
