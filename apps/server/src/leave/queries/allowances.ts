import { leave, type ReplyOf } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { leaveKind, mustBeHr, selectAllowances } from '../access.ts'

type Rows = ReplyOf<typeof leave.allowances>['data']

export const allowances = handle(leave.allowances, async ({ tx, platform, actor }) => {
  mustBeHr(actor, await leaveKind({ tx, platform }))
  return { data: await readAllowances(tx) }
})

export async function readAllowances(tx: Tx): Promise<Rows> {
  const rows = await tx.query<Rows[number] & { isOwn: boolean }>(
    `${selectAllowances} where a.company_id = $1
     order by a.leave_type, a.person_id is not null, lower(p.name), a.year desc, a.id limit 2000`,
    [tx.whose.companyId],
  )
  return rows.map(({ isOwn: _, ...row }) => row)
}
