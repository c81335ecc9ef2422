import { costCenters } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { mustBeActive } from '../access.ts'
import { readOne } from '../queries/list.ts'
import { words } from '../words.ts'

export const create = handle(costCenters.create, async ({ tx, actor, body, record }) => {
  const { code, name, ownerId = null, budgetOwnerId = null, department = null } = body
  await mustBeActive(tx, { ownerId, budgetOwnerId })
  const id = newId()
  const { rowCount } = await tx.run(
    `insert into app.cost_centers (company_id, id, code, name, owner_id, budget_owner_id, department, created_at,
       updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict (company_id, code) do nothing`,
    [actor.companyId, id, code, name, ownerId, budgetOwnerId, department, clock.now()],
  )
  if (rowCount === 0) throw new Stop('conflict', words.taken(code))
  record('cost_center.created', { type: 'cost_center', id, ref: code }, {})
  const made = await readOne(tx, id)
  if (!made) throw new Error('A cost centre that was just made is not there.')
  return answer(made, { version: 1, location: '/cost-centers' })
})
