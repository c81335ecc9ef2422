import { agreements, type ReplyOf } from '@deskhand/contract'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { policyRow } from './columns.ts'

export const list = handle(agreements.list, async ({ tx, actor }) => {
  const [row] = await tx.query<{ text: string }>(
    `select json_build_object('data', coalesce(json_agg(${policyRow} order by p.position, p.id), '[]'))::text as text
     from app.sla_policies p where p.company_id = $1 and p.retired_at is null`,
    [actor.companyId],
  )
  return new Json<ReplyOf<typeof agreements.list>>(row?.text ?? '')
})
