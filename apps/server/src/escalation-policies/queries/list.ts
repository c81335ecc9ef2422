import { escalationPolicies, type ReplyIn } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { policyRow } from './columns.ts'

type Policy = ReplyIn<typeof escalationPolicies.list>['data'][number]

export const list = handle(escalationPolicies.list, async ({ tx, actor }) => {
  const rows = await tx.query<{ policy: Policy }>(
    `select ${policyRow} as policy from app.escalation_policies e where e.company_id = $1 order by lower(e.name), e.id`,
    [actor.companyId],
  )
  return { data: rows.map(({ policy }) => policy) }
})
