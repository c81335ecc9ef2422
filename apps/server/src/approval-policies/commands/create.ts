import { approvalPolicies } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { about } from '../access.ts'
import { refuseFaulty } from '../check.ts'
import { readPolicy } from '../queries/read.ts'

/** Last in line; whoever wants it tried earlier moves it. */
export const create = handle(approvalPolicies.create, async ({ tx, actor, body, record, platform }) => {
  const { name, isActive, definition } = body
  await refuseFaulty(tx, definition, await deskFacts(platform, tx))
  const id = newId()
  const now = clock.now()
  await tx.run(
    `insert into app.approval_policies (company_id, id, name, is_active, place, created_at, updated_at)
       select $1, $2, $3, $4, coalesce(max(place), 0) + 1, $5, $5 from app.approval_policies where company_id = $1`,
    [actor.companyId, id, name, isActive, now],
  )
  await tx.run(
    `insert into app.approval_policy_versions (company_id, policy_id, version, definition, created_by_id, created_at)
       values ($1, $2, 1, $3, $4, $5)`,
    [actor.companyId, id, JSON.stringify(definition), actor.id, now],
  )
  record('approval_policy.created', about({ id, name }), {})
  return answer(await readPolicy(tx, id), { version: 1, location: `/management/approval-policies/${id}` })
})
