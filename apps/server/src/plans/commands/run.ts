import type { Actor } from '../../platform/actor.ts'
import type { Work } from '../../platform/jobs/reaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { aboutPlan, type PlanRecord, planFields } from '../access.ts'
import { datesBetween, nextAfter, refusalOf } from '../recurrence.ts'
import { decide } from '../rules.ts'
import { words } from '../words.ts'
import { makeRequest } from './makeRequest.ts'

type Inside = Work & { platform: Platform; now: Date }
type Owner = {
  name: string
  accountId: string
  isAdmin: boolean
  role: 'TECHNICIAN' | 'SUPERVISOR' | null
  works: boolean
}
type Run = {
  occursAt: Date
  outcome: 'CREATED' | 'SKIPPED' | 'FAILED'
  reason: string | null
  requestId: string | null
}

/** Plans a round; the next minute takes the rest. */
const batch = 50
/** So many missed dates of one plan are written down. */
const mostMissed = 100

/**
 * Runs the plans whose time has come. A plan is locked, and its run, its request and its next date are one
 * transaction: another worker leaves it out, and one that dies leaves nothing behind. The key of the runs says it again.
 */
export async function runDue(inside: Inside): Promise<void> {
  const due = await inside.tx.query<PlanRecord>(
    `select ${planFields} from app.request_plans p
     where p.company_id = $1 and p.deleted_at is null and not p.is_paused and p.next_run_at <= $2
     order by p.next_run_at, p.id limit ${batch} for update skip locked`,
    [inside.companyId, inside.now],
  )
  // One after the other: each draws a number of its desk, and a savepoint is of one at a time.
  for (const plan of due) await runAlone(inside, plan)
}

/** What goes wrong with one plan is that plan's alone: nothing of it is kept but that it failed, and the others go on. */
async function runAlone(inside: Inside, plan: PlanRecord): Promise<void> {
  const { tx, platform, now } = inside
  const events: Parameters<RecordEvent>[] = []
  // One function for events of every name; what is kept is passed on as it came.
  const record = ((...event: Parameters<RecordEvent>) => events.push(event)) as RecordEvent
  try {
    await tx.attempt(() => runOne({ ...inside, record }, plan))
  } catch (thrown) {
    if (tx.failed) throw thrown
    const refusal = refusalOf(plan)
    if (!refusal) platform.log.error({ err: thrown, planId: plan.id }, 'a plan could not be carried out')
    const reason = refusal ?? words.broken
    const run: Run = { occursAt: plan.nextRunAt ?? now, outcome: 'FAILED', reason, requestId: null }
    await write(inside, plan, [run], null)
    return
  }
  for (const event of events) inside.record(...event)
}

async function runOne(inside: Inside, plan: PlanRecord): Promise<void> {
  const { now } = inside
  const dates = plan.nextRunAt ? datesBetween(plan, plan.nextRunAt, now, mostMissed) : []
  const { run, skipped } = decide(dates, plan.catchUp, now)
  const reason = run ? words.caughtUp : words.missed
  const runs: Run[] = skipped.map((occursAt) => ({ occursAt, outcome: 'SKIPPED', reason, requestId: null }))
  if (run) runs.push(await carryOut(inside, plan, run))
  await write(inside, plan, runs, nextAfter(plan, now))
}

/** The newest run is last. A plan that failed would fail again: it is paused until somebody has seen to it. */
async function write(
  { tx, companyId, record, now }: Inside,
  plan: PlanRecord,
  runs: Run[],
  next: Date | null,
) {
  const newest = runs.at(-1)
  const isStopped = newest?.outcome === 'FAILED'
  await tx.run(isStopped ? writeFailure : writeOnce, [
    companyId,
    plan.id,
    JSON.stringify(runs),
    now,
    next,
    isStopped,
  ])
  if (!newest) return
  const { occursAt, outcome, reason } = newest
  record('plan.ran', aboutPlan(plan), { name: plan.name, occursAt: occursAt.toISOString(), outcome })
  if (isStopped)
    record(
      'plan.stopped',
      aboutPlan(plan),
      { name: plan.name, reason: reason ?? words.broken },
      { isPaused: [false, true] },
    )
}

async function carryOut(inside: Inside, plan: PlanRecord, occursAt: Date): Promise<Run> {
  const failed = (reason: string): Run => ({ occursAt, outcome: 'FAILED', reason, requestId: null })
  const [owner] = await inside.tx.query<Owner>(findOwner, [
    inside.companyId,
    plan.ownerId,
    plan.serviceDeskId,
  ])
  if (!owner?.works) return failed(words.noOwner)
  if (!owner.isAdmin && owner.role !== 'SUPERVISOR') return failed(words.notLead)
  const { request, refusal } = await makeRequest(
    { ...inside, actor: actorOf(inside.companyId, plan, owner) },
    plan.serviceDeskId,
    plan.template,
  )
  return request ? { occursAt, outcome: 'CREATED', reason: null, requestId: request.id } : failed(refusal)
}

/** The owner as the commands of requests know people; only this desk and this one deed. */
const actorOf = (companyId: string, plan: PlanRecord, { name, accountId, isAdmin, role }: Owner): Actor => ({
  accountId,
  sessionId: '',
  companyId,
  id: plan.ownerId,
  name,
  isAdmin,
  isSuperAdmin: false,
  desks: new Map(role ? [[plan.serviceDeskId, role]] : []),
  permissions: new Set(['requests.create', 'requests.read', ...(isAdmin ? ['requests.read_all'] : [])]),
})

const findOwner = `
  select p.name, p.account_id as "accountId", p.is_admin as "isAdmin", m.role,
    (p.state = 'ACTIVE' and p.deleted_at is null) as works
  from app.people p
  left join app.desk_members m on m.company_id = p.company_id and m.person_id = p.id and m.desk_id = $3
  where p.company_id = $1 and p.id = $2`

/** A second run of a date fails, unless it only says that it failed. */
const writeRuns = (onConflict: string) => `
  with ran as (
    insert into app.request_plan_runs (company_id, plan_id, occurs_at, outcome, reason, request_id, ran_at)
    select $1, $2, run."occursAt", run.outcome, run.reason, run."requestId", $4
    from jsonb_to_recordset($3::jsonb) as run("occursAt" timestamptz, outcome text, reason text, "requestId" uuid)
    ${onConflict})
  update app.request_plans
  set next_run_at = $5, is_paused = is_paused or $6::boolean, version = version + $6::boolean::int
  where company_id = $1 and id = $2`
const writeOnce = writeRuns('')
const writeFailure = writeRuns('on conflict (company_id, plan_id, occurs_at) do nothing')
