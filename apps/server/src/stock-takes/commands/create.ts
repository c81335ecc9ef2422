import { stockTakes } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { about } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { assign } from './assign.ts'
import { mustBeAhead } from './mustBeAhead.ts'
import { mustBeThere } from './mustBeThere.ts'

export const create = handle(stockTakes.create, async (inside) => {
  const { tx, actor, body, record } = inside
  const { locationIds, departments, categoryIds, name } = body
  // In one form, because they are compared as text.
  const scope = {
    locationIds: locationIds.map((id) => id.toLowerCase()),
    departments,
    categoryIds: categoryIds.map((id) => id.toLowerCase()),
  }
  await mustBeThere(tx, scope, body.assigneeIds)
  await mustBeAhead(tx, body.dueOn)
  const id = newId()
  await tx.run(
    `insert into app.stock_takes (company_id, id, name, note, scope, sample, is_blind, asks_holders, due_on,
       created_by_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      actor.companyId,
      id,
      name,
      body.note,
      JSON.stringify(scope),
      body.sample && JSON.stringify(body.sample),
      body.isBlind,
      body.asksHolders,
      body.dueOn,
      actor.id,
      clock.now(),
    ],
  )
  await assign(tx, id, body.assigneeIds)
  record('stock_take.created', about({ id, name }), {})
  return answerWhole(inside, id, { location: `/stock-takes/${id}` })
})
