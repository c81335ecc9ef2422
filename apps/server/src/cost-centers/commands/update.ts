import { costCenters } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { mustBeActive } from '../access.ts'
import { readOne } from '../queries/list.ts'
import { words } from '../words.ts'

export const update = handle(costCenters.update, async ({ tx, actor, params, body, ifMatch, record }) => {
  const id = params.id.toLowerCase()
  if (isUuid(id)) {
    await tx.query('select from app.cost_centers where company_id = $1 and id = $2 for update', [
      actor.companyId,
      id,
    ])
  }
  const before = isUuid(id) ? await readOne(tx, id) : null
  if (!before) throw new Stop('not_found', words.noSuchCostCenter)
  if (ifMatch && !ifMatch.includes(String(before.version))) {
    throw new Stop('stale', words.stale, { current: before })
  }
  await mustBeActive(tx, body)
  const old = { ...before, ownerId: before.owner?.id ?? null, budgetOwnerId: before.budgetOwner?.id ?? null }
  const changes = changesBetween(old, body)
  const fields = Object.keys(changes)
  if (fields.length === 0) return answer(before, { version: before.version, unchanged: true })
  const after = { ...old, ...body }
  await tx.run(
    `update app.cost_centers set name = $3, owner_id = $4, department = $5, is_active = $6, budget_owner_id = $7,
       version = version + 1, updated_at = $8 where company_id = $1 and id = $2`,
    [
      actor.companyId,
      id,
      after.name,
      after.ownerId,
      after.department,
      after.isActive,
      after.budgetOwnerId,
      clock.now(),
    ],
  )
  record('cost_center.updated', { type: 'cost_center', id, ref: before.code }, { fields }, changes)
  const changed = await readOne(tx, id)
  return answer(changed ?? before, { version: before.version + 1 })
})
