import { type SlaReport, type SlaState, type SlaTarget, sla } from '@deskhand/contract'
import {
  type AgreementFacts,
  agreementFacts,
  type Clock,
  clocksIn,
  standingOf,
  stepsOf,
  stretchesOf,
  termsFor,
  usedBy,
} from '../../agreements/access.ts'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { secondsBetween } from '../../platform/clock/seconds.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { isStaff, loadRequest, type RequestRecord, situationOf } from '../../requests/access.ts'
import { words } from '../words.ts'

type Line = {
  target: SlaTarget
  round: number
  kind: 'STARTED' | 'PAUSED' | 'RESUMED' | 'STOPPED' | 'RECOMPUTED'
  at: number
  reason: string
  actorName: string | null
}

export const get = handle(sla.get, async ({ tx, db, actor, params, platform }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const facts = await agreementFacts(tx, platform)
  const [standing, lines, taken, named] = await Promise.all([
    standingOf(tx, facts, [request.requesterId]),
    readLedger(tx, request),
    readSteps(tx, request),
    deskFacts(platform, tx),
  ])
  const now = clock.now().getTime()
  const priorityName = named.priorityNames[request.priority]
  const terms = termsFor(situationOf(request, standing(request.requesterId)), facts)
  const clocks = clocksIn(request.sla)
  const { calendar } = terms
  return {
    requestId: request.id,
    ageSeconds: secondsBetween(request.createdAt.getTime(), now),
    policyName: terms.policy?.name ?? null,
    calendar: { name: calendar.name, zone: calendar.hours.zone, hours: words.hours(calendar.hours) },
    clocks: clocks.map((one) => reportOf(one, lines, request, { facts, priorityName }, now)),
    steps: isStaff(actor, request)
      ? [
          ...taken,
          ...clocks.flatMap((one) =>
            stepsOf(one, terms).map(({ step, at }) => ({
              target: one.target,
              at: iso(at),
              takenAt: null,
              words: words.step(step.action.do, step.action.do === 'NOTIFY' ? step.action.whom : null),
            })),
          ),
        ].sort((one, other) => one.at.localeCompare(other.at))
      : [],
  }
})

type Report = SlaReport['clocks'][number]

/** One clock with its ledger; every length is a difference of whole seconds, so that they add up to the second. */
function reportOf(
  one: Clock,
  all: readonly Line[],
  request: RequestRecord,
  { facts, priorityName }: { facts: AgreementFacts; priorityName: string },
  now: number,
): Report {
  const calendar = (one.calendarId && facts.find(one.calendarId)) || facts.ofDesk(request.serviceDeskId)
  const policy = facts.policies.find(({ id }) => id === one.policyId)
  const lines = all.filter(({ target, round }) => target === one.target && round === one.round)
  const sums: Record<SlaState | 'OUTSIDE', number> = { RUNNING: 0, PAUSED: 0, STOPPED: 0, OUTSIDE: 0 }
  const ledger = stretchesOf(lines, calendar.hours, now).map(
    ({ entry, state, from, until, business }, at, list) => {
      const seconds = secondsBetween(from, until)
      const inside = Math.min(seconds, Math.round(business / 1000))
      sums[state] += state === 'RUNNING' ? inside : seconds
      if (state === 'RUNNING') sums.OUTSIDE += seconds - inside
      return {
        from: iso(from),
        until: at === list.length - 1 ? null : iso(until),
        state,
        seconds,
        businessSeconds: inside,
        words: words.reason(entry.reason),
        actorName: entry.actorName,
      }
    },
  )
  const { seconds, due } = one
  return {
    target: one.target,
    round: one.round,
    state: one.state,
    targetSeconds: seconds,
    usedSeconds: sums.RUNNING,
    outsideSeconds: sums.OUTSIDE,
    pausedSeconds: sums.PAUSED,
    stoppedSeconds: sums.STOPPED,
    startedAt: iso(one.began),
    dueAt: due === null ? null : iso(due),
    atRiskAt: one.atRisk === null ? null : iso(one.atRisk),
    stoppedAt: one.state === 'STOPPED' ? iso(one.at) : null,
    isLate: due !== null && due < (one.state === 'STOPPED' ? one.at : now),
    because:
      seconds === null
        ? words.noPromise
        : words.because({
            target: one.target,
            state: one.state,
            policyName: policy?.name ?? null,
            priorityName,
            seconds,
            startedAt: one.began,
            due,
            used: Math.floor(usedBy(one, now, { calendar }) / 1000),
            paused: sums.PAUSED,
            calendarName: calendar.name,
            calendar: calendar.hours,
          }),
    ledger,
  }
}

const iso = (at: number) => new Date(at).toISOString()

/** The entries in order, each with who did it: the event of its name in its transaction. */
async function readLedger(tx: Tx, { companyId, id }: RequestRecord): Promise<Line[]> {
  const rows = await tx.query<Omit<Line, 'at'> & { at: Date }>(
    `select e.target, e.round, e.kind, e.at, e.reason,
       (select v.actor_name from app.events v where v.company_id = e.company_id and v.subject_id = e.request_id
          and v.txid = e.txid and v.name = e.cause limit 1) as "actorName"
     from app.sla_entries e where e.company_id = $1 and e.request_id = $2 order by e.id`,
    [companyId, id],
  )
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

async function readSteps(tx: Tx, { companyId, id }: RequestRecord): Promise<SlaReport['steps']> {
  const rows = await tx.query<{
    target: SlaTarget
    at: Date
    takenAt: Date
    action: { do: 'NOTIFY' | 'REASSIGN' | 'RAISE' | 'PAGE'; whom?: string }
  }>(
    `select target, due_at as at, taken_at as "takenAt", action from app.sla_steps
     where company_id = $1 and request_id = $2 order by taken_at`,
    [companyId, id],
  )
  return rows.map(({ target, at, takenAt, action }) => ({
    target,
    at: at.toISOString(),
    takenAt: takenAt.toISOString(),
    words: words.step(action.do, action.whom ?? null),
  }))
}
