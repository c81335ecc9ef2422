import { plans } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField } from '../../platform/stop.ts'
import { aboutPlan, mustLead } from '../access.ts'
import { readPlan } from '../queries/rows.ts'
import { checkWhen, nextAfter } from '../recurrence.ts'
import { words } from '../words.ts'
import { tryOut } from './makeRequest.ts'

export const create = handle(plans.create, async (inside) => {
  const { tx, actor, body, record, platform } = inside
  const { name, serviceDeskId, rule, startsOn, time, zone, template, catchUp, isPaused } = body
  const desk = (await deskFacts(platform, tx)).desk(serviceDeskId)
  if (!desk) throw refuseField('serviceDeskId', words.noSuchDesk)
  mustLead(actor, desk.id)
  const now = clock.now()
  checkWhen(body, now)
  await tryOut(inside, desk.id, template)
  const id = newId()
  await tx.run(
    `insert into app.request_plans (company_id, id, service_desk_id, owner_id, name, rule, starts_on, at_time, zone,
       template, catch_up, is_paused, next_run_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`,
    [
      actor.companyId,
      id,
      desk.id,
      actor.id,
      name,
      rule,
      startsOn,
      time,
      zone,
      JSON.stringify(template),
      catchUp,
      isPaused,
      nextAfter(body, now),
      now,
    ],
  )
  record('plan.created', aboutPlan({ id, name, serviceDeskId: desk.id }), { name })
  return answer(await readPlan(tx, actor, id), { version: 1, location: `/requests/recurring/${id}` })
})
