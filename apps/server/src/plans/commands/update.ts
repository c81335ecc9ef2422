import { plans } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { aboutPlan, loadPlan } from '../access.ts'
import { readPlan } from '../queries/rows.ts'
import { checkWhen, nextAfter } from '../recurrence.ts'
import { tryOut } from './makeRequest.ts'

const whenFields = ['rule', 'startsOn', 'time', 'zone']

/** Whoever changes what it asks for, asks for it from then on; pausing and moving it leaves it to its owner. */
export const update = handle(plans.update, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const plan = await loadPlan(inside, params.id, { lock: true })
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
  const after = { ...plan, ...given }
  const changes = changesBetween(plan, given)
  if (Object.keys(changes).length === 0) {
    return answer(await readPlan(tx, actor, plan.id), { version: plan.version, unchanged: true })
  }
  const now = clock.now()
  // Renamed or paused, a plan keeps its next date, even one that no rule of today would have.
  const isAnew = whenFields.some((field) => changes[field]) || (changes['isPaused'] && !after.isPaused)
  if (isAnew) checkWhen(after, now)
  if (changes['template']) {
    await tryOut(inside, plan.serviceDeskId, after.template)
    after.ownerId = actor.id
  }
  const nextRunAt = isAnew ? nextAfter(after, now) : plan.nextRunAt
  await tx.run(
    `update app.request_plans set name = $3, rule = $4, starts_on = $5, at_time = $6, zone = $7, template = $8,
       catch_up = $9, is_paused = $10, next_run_at = $11, owner_id = $12, updated_at = $13, version = version + 1
     where company_id = $1 and id = $2`,
    [
      actor.companyId,
      plan.id,
      after.name,
      after.rule,
      after.startsOn,
      after.time,
      after.zone,
      JSON.stringify(after.template),
      after.catchUp,
      after.isPaused,
      nextRunAt,
      after.ownerId,
      now,
    ],
  )
  record('plan.changed', aboutPlan(after), { name: after.name }, changes)
  return answer(await readPlan(tx, actor, plan.id), { version: plan.version + 1 })
})
