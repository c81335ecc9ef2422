import { stockTakes } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadStockTake } from '../access.ts'
import { answerWhole, readWhole } from '../queries/whole.ts'
import { words } from '../words.ts'
import { assign } from './assign.ts'
import { mustBeAhead } from './mustBeAhead.ts'
import { mustBeThere } from './mustBeThere.ts'

/** What does not say what is counted may change until it is over; scope and sample are what it is. */
export const change = handle(stockTakes.change, async (inside) => {
  const { tx, actor, body, record } = inside
  const stockTake = await loadStockTake(inside, inside.params.id, 'update')
  const { id, state } = stockTake
  if (state !== 'PENDING' && state !== 'ACTIVE' && state !== 'REVIEW') throw new Stop('state', words.isOver)
  const whole = await readWhole(inside, id)
  const { name, dueOn, note } = whole
  const before = { name, dueOn, note, assigneeIds: whole.assignees.map((one) => one.id).sort() }
  const given = body.assigneeIds && {
    assigneeIds: [...new Set(body.assigneeIds.map((one) => one.toLowerCase()))].sort(),
  }
  const changes = changesBetween(before, { ...body, ...given })
  const fields = Object.keys(changes)
  if (fields.length === 0) return answer(whole, { version: whole.version, unchanged: true })
  if (changes['dueOn']) await mustBeAhead(tx, body.dueOn)
  if (given && changes['assigneeIds']) {
    await mustBeThere(tx, { locationIds: [], departments: [], categoryIds: [] }, given.assigneeIds)
    await assign(tx, id, given.assigneeIds)
  }
  await tx.run(
    `update app.stock_takes set name = $3, due_on = $4, note = $5, version = version + 1
     where company_id = $1 and id = $2`,
    [
      actor.companyId,
      id,
      body.name ?? name,
      body.dueOn === undefined ? dueOn : body.dueOn,
      body.note === undefined ? note : body.note,
    ],
  )
  record('stock_take.changed', about({ id, name: body.name ?? name }), { fields }, changes)
  return answerWhole(inside, id)
})
