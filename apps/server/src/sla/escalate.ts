import type { Priority } from '@deskhand/contract'
import { sql } from 'kysely'
import {
  agreementFacts,
  type Clock,
  clocksIn,
  columnsOf,
  type Step,
  standingOf,
  stepsOf,
  termsFor,
} from '../agreements/access.ts'
import type { Schedule, Work } from '../platform/jobs/reaction.ts'
import {
  about,
  addActivities,
  lockSome,
  type RequestRecord,
  situationOf,
  withClocks,
} from '../requests/access.ts'
import { changeBySystem, type SystemChange } from '../requests/commands/bySystem.ts'
import { writeColumns } from './columns.ts'
import { stillThere } from './stillThere.ts'
import { words } from './words.ts'

/** So many requests at once; the next minute takes the rest. */
const batch = 300

type Taken = { request: RequestRecord; clock: Clock; step: Step; dueAt: number }

/**
 * Takes the escalation steps whose moment has come, each once: the row that says so, what it does and the event that
 * tells of it are one transaction.
 */
export async function escalate(work: Work & { now: Date }): Promise<void> {
  const { tx, db, companyId, record, now } = work
  const due = sql<boolean>`requests.sla_step_at <= ${now} and requests.closed_at is null`
  const requests = await lockSome(db, companyId, due, batch)
  if (requests.length === 0) return
  const facts = await agreementFacts(tx)
  const standing = await standingOf(
    tx,
    facts,
    requests.map(({ requesterId }) => requesterId),
  )
  const steps: Taken[] = []
  const turned = requests.map((request) => {
    const terms = termsFor(situationOf(request, standing(request.requesterId)), facts)
    const clocks = clocksIn(request.sla).map((clock) => {
      const all = stepsOf(clock, terms)
      const ripe = all.filter(({ at }) => at <= now.getTime())
      for (const { step, at } of ripe) steps.push({ request, clock, step, dueAt: at })
      const done = [...clock.done, ...ripe.map(({ step }) => step.id)]
      return { ...clock, done, stepAt: all.find(({ at }) => at > now.getTime())?.at ?? null }
    })
    const columns = columnsOf(clocks, terms, request.slaVersion)
    return { request, columns }
  })
  await writeColumns(
    tx,
    turned.map(({ request, columns }) => ({ id: request.id, columns })),
  )
  const after = new Map(turned.map(({ request, columns }) => [request.id, withClocks(request, columns)]))
  const taken = await keep(work, steps)
  await act(work, taken, after)
  for (const { request, clock, step } of taken) {
    const { action } = step
    const whom = action.do === 'NOTIFY' ? action.whom : action.do === 'PAGE' ? ('SUPERVISORS' as const) : null
    record('request.escalated', about(after.get(request.id) ?? request), {
      target: clock.target,
      whom,
      action: action.do,
      dueAt: clock.due === null ? null : new Date(clock.due).toISOString(),
      isLate: clock.due !== null && clock.due <= now.getTime(),
    })
  }
}

/** Writes the steps down and answers those that nobody had written before. */
async function keep({ tx, companyId, now }: Work & { now: Date }, steps: readonly Taken[]): Promise<Taken[]> {
  const rows = await tx.query<{ requestId: string; target: string; round: number; step: string }>(
    `insert into app.sla_steps (company_id, request_id, target, round, step, policy_id, action, due_at, taken_at)
     select $1, request_id, target, round, step, policy_id, action, due_at, $2
     from jsonb_to_recordset($3::jsonb) as s(request_id uuid, target text, round int, step text, policy_id uuid,
       action jsonb, due_at timestamptz)
     on conflict (company_id, request_id, target, round, step) do nothing
     returning request_id as "requestId", target, round, step`,
    [
      companyId,
      now,
      JSON.stringify(
        steps.map(({ request, clock, step, dueAt }) => ({
          request_id: request.id,
          target: clock.target,
          round: clock.round,
          step: step.id,
          policy_id: clock.policyId,
          action: step.action,
          due_at: new Date(dueAt).toISOString(),
        })),
      ),
    ],
  )
  const keyOf = (id: string, target: string, round: number, step: string) =>
    `${id} ${target} ${round} ${step}`
  const written = new Set(rows.map((row) => keyOf(row.requestId, row.target, row.round, row.step)))
  return steps.filter(({ request, clock, step }) =>
    written.has(keyOf(request.id, clock.target, clock.round, step.id)),
  )
}

const higher: Record<Priority, Priority> = {
  LOW: 'MEDIUM',
  MEDIUM: 'HIGH',
  HIGH: 'CRITICAL',
  CRITICAL: 'CRITICAL',
}

/** Raises, gives, and tells the desk in the timeline; who is notified follows from the event. */
async function act(
  work: Work & { now: Date },
  taken: readonly Taken[],
  after: ReadonlyMap<string, RequestRecord>,
): Promise<void> {
  const changes = new Map<string, SystemChange>()
  const isThere = await stillThere(work.tx, taken)
  const lines = taken.flatMap(({ request, clock, step: { action } }) => {
    const now = after.get(request.id) ?? request
    const so = changes.get(request.id)
    const isLate = clock.due !== null && clock.due <= work.now.getTime()
    const entry = {
      activityType: 'SYSTEM' as const,
      message: words.taken(action.do, clock.target, isLate),
      isInternal: true,
      metadata: { event: 'escalated', target: clock.target, action: action.do },
    }
    if (action.do === 'RAISE') {
      const changed = { ...so?.changed, priority: higher[now.priority] }
      changes.set(request.id, { request: now, changed, entry })
      return []
    }
    // A confidential request is given to nobody by a timer: its list is people's business.
    if (action.do === 'REASSIGN' && !request.isConfidential) {
      // Whoever has it keeps it, rather than nobody; the desk reads why.
      if (!isThere(now, action))
        return [{ request: now, entry: { ...entry, message: words.gone(clock.target, isLate) } }]
      const { assignedToId, assignedTeamId } = action
      const changed = { ...so?.changed, ...(assignedToId ? { assignedToId } : {}), assignedTeamId }
      changes.set(request.id, { request: now, changed, entry })
      return []
    }
    return [{ request: now, entry }]
  })
  await Promise.all([
    changeBySystem(work, [...changes.values()]),
    lines.length > 0 ? addActivities(work.tx, null, lines).written : null,
  ])
}

export const escalations: Schedule = { name: 'sla.escalate', cron: '* * * * *', run: escalate }
