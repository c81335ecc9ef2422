import { plans } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadPlan } from '../access.ts'
import { nextDates, refusalOf } from '../recurrence.ts'
import { readRuns } from './rows.ts'

export const runs = handle(plans.runs, async ({ tx, actor, params }) => {
  const plan = await loadPlan({ tx, actor }, params.id)
  const next = plan.isPaused || refusalOf(plan) ? [] : nextDates(plan, clock.now(), 6)
  return { past: await readRuns(tx, actor, plan.id, 50), next: next.map((at) => at.toISOString()) }
})
