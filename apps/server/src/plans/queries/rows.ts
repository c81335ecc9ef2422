import { type Plan, type PlanRun, PlanTemplate } from '@deskhand/contract'
import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { inWords } from '../recurrence.ts'

type Whole = z.output<typeof Plan>

/** The plans of the desks that this person leads, or the one of this id. */
export async function readPlans(tx: Tx, actor: Actor, id: string | null = null): Promise<Whole[]> {
  const rows = await tx.query<Omit<Whole, 'words'>>(find, [
    actor.companyId,
    actor.isAdmin,
    [...actor.desks].flatMap(([deskId, role]) => (role === 'SUPERVISOR' ? [deskId] : [])),
    id,
  ])
  // Older plans lack what later ones say.
  return rows.map((row) => ({ ...row, template: PlanTemplate.parse(row.template), words: inWords(row) }))
}

/** The plan that a command has just written. */
export async function readPlan(tx: Tx, actor: Actor, id: string): Promise<Whole> {
  const [plan] = await readPlans(tx, actor, id)
  if (!plan) throw new Error('A command wrote a plan that its author cannot see.')
  return plan
}

const runColumns = `'occursAt', u.occurs_at, 'outcome', u.outcome, 'reason', u.reason, 'requestId', r.id,
  'referenceNumber', r.reference_number`

/** The newest so many runs of a plan; a request that the reader may not see has neither id nor reference. */
export async function readRuns(tx: Tx, actor: Actor, planId: string, most: number) {
  const [row] = await tx.query<{ runs: z.output<typeof PlanRun>[] }>(
    `select coalesce(json_agg(json_build_object(${runColumns}) order by u.occurs_at desc), '[]') as runs
     from (select * from app.request_plan_runs where company_id = $1 and plan_id = $2
       order by occurs_at desc limit $3) u
     left join app.requests r on r.company_id = u.company_id and r.id = u.request_id and r.deleted_at is null`,
    [actor.companyId, planId, most],
  )
  return row?.runs ?? []
}

const find = `
  select p.id, p.name, p.service_desk_id as "serviceDeskId", d.name as "deskName", p.rule,
    p.starts_on::text as "startsOn", p.at_time as time, p.zone, p.template, p.catch_up as "catchUp",
    p.is_paused as "isPaused", owner.name as "ownerName", to_json(p.next_run_at) #>> '{}' as "nextRunAt",
    (select json_build_object(${runColumns}) from app.request_plan_runs u
      left join app.requests r on r.company_id = u.company_id and r.id = u.request_id and r.deleted_at is null
      where u.company_id = p.company_id and u.plan_id = p.id order by u.occurs_at desc limit 1) as "lastRun",
    to_json(p.created_at) #>> '{}' as "createdAt", p.version
  from app.request_plans p
  join app.desks d on d.company_id = p.company_id and d.id = p.service_desk_id
  join app.people owner on owner.company_id = p.company_id and owner.id = p.owner_id
  where p.company_id = $1 and p.deleted_at is null and ($2 or p.service_desk_id = any ($3::uuid[]))
    and ($4::uuid is null or p.id = $4)
  order by p.is_paused, p.next_run_at nulls last, p.name, p.id`
