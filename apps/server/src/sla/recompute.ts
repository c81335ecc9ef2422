import {
  type AgreementFacts,
  agreementFacts,
  type Clock,
  clocksIn,
  columnsOf,
  type Entry,
  replay,
  standingOf,
  type Terms,
  termsFor,
  turn,
  writeEntries,
} from '../agreements/access.ts'
import { touchClocks } from '../calendars/access.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { type Reaction, reaction, type Schedule, type Work } from '../platform/jobs/reaction.ts'
import { situationOf } from '../requests/access.ts'
import { writeColumns } from './columns.ts'
import { type Lived, lifeOf, linesOf } from './episodes.ts'

/** So many at once, so that nobody waits long for their locks. */
const chunk = 500

type Stale = Lived & { deskCode: string }

/**
 * Counts some stale requests anew and tells how many; those that somebody is at are left for the next time. What has
 * no clocks yet (it is older than they are) gets them from the log.
 */
export async function recomputeSome({ tx, record }: Pick<Work, 'tx' | 'record'>): Promise<number> {
  const facts = await agreementFacts(tx)
  const rows = await tx.query<Stale>(findStale, [tx.whose.companyId, facts.version, chunk])
  if (rows.length === 0) return 0
  const unknown = rows.filter(({ sla }) => clocksIn(sla).length === 0).map(({ id }) => id)
  const [standing, lines] = await Promise.all([
    standingOf(
      tx,
      facts,
      rows.map(({ requesterId }) => requesterId),
    ),
    unknown.length > 0 ? linesOf(tx, unknown) : new Map<string, never[]>(),
  ])
  const now = clock.now().getTime()
  const counted = rows.map((row) => ({
    row,
    ...count(row, lines.get(row.id) ?? [], standing(row.requesterId), facts, now),
  }))
  for (const [deskId, ofDesk] of Map.groupBy(counted, ({ row }) => row.serviceDeskId)) {
    const ref = ofDesk[0]?.row.deskCode ?? ''
    record('sla.recomputed', { type: 'desk', id: deskId, ref, deskId }, { count: ofDesk.length })
  }
  await Promise.all([
    writeColumns(
      tx,
      counted.map(({ row, columns }) => ({ id: row.id, columns })),
    ),
    writeEntries(
      tx,
      counted.flatMap(({ row, entries }) => entries.map((entry) => ({ requestId: row.id, entry }))),
    ),
  ])
  return rows.length
}

function count(
  row: Stale,
  lines: Parameters<typeof lifeOf>[1],
  standing: { site: string | null; isVip: boolean },
  facts: AgreementFacts,
  now: number,
) {
  const clocks = clocksIn(row.sla)
  if (clocks.length === 0) {
    const { begin, episodes } = lifeOf(row, lines, standing)
    const told = replay(begin, episodes, facts, now)
    return { columns: columnsOf(told.clocks, told.terms, facts.version), entries: told.entries }
  }
  const situation = situationOf(row, standing)
  const terms = reasonOf(clocks, termsFor(situation, facts))
  const happening = { cause: 'sla.recomputed', at: now, terms, isQuiet: true }
  const told = turn(clocks, situation, happening, facts)
  const entries: Entry[] = told.entries
  return { columns: columnsOf(told.clocks, told.terms, facts.version), entries }
}

/** Why the terms are others now: the policy, what the kind promises by itself, or else the working hours. */
function reasonOf(clocks: readonly Clock[], terms: Terms): string {
  const running = clocks.find(({ state }) => state !== 'STOPPED')
  const { policy } = terms
  if (running?.policyId !== (policy?.id ?? null) || running.policyVersion !== (policy?.version ?? 0))
    return 'POLICY'
  return running.seconds === terms.secondsOf(running.target) ? 'CALENDAR' : 'PROMISE'
}

// No key changes, so whoever only refers to a request (a notification that is being written) is not in the way.
const findStale = `
  select r.id, r.service_desk_id as "serviceDeskId", d.code as "deskCode", r.request_type_id as "requestTypeId",
    r.requester_id as "requesterId", r.created_by_id as "createdById", r.priority, r.status,
    r.review_kind as "reviewKind", r.wait_reason as "waitReason", r.first_response_at as "firstResponseAt",
    r.created_at as "createdAt", r.sla
  from app.requests r join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
  where r.company_id = $1 and r.closed_at is null and r.deleted_at is null and r.sla_version < $2
  order by r.sla_version, r.id limit $3 for no key update of r skip locked`

const countStale = `(select count(*)::int from app.requests r
  where r.company_id = $1 and r.closed_at is null and r.deleted_at is null and r.sla_version < s.version)`

/** Remembers that a recomputation begins, of how many. */
const begin = (tx: Tx) =>
  tx.run(
    `update app.clock_settings s set recompute_total = ${countStale}, recompute_started_at = $2,
       recompute_finished_at = null where s.company_id = $1`,
    [tx.whose.companyId, clock.now()],
  )

const end = (tx: Tx) =>
  tx.run(
    `update app.clock_settings s set recompute_finished_at = $2
     where s.company_id = $1 and ${countStale} = 0`,
    [tx.whose.companyId, clock.now()],
  )

/** How far the recomputation of the company has come. */
export async function progressOf(tx: Tx) {
  const [row] = await tx.query<{
    total: number
    left: number
    startedAt: string | null
    finishedAt: string | null
  }>(
    `select s.recompute_total as total, ${countStale} as left, to_json(s.recompute_started_at) #>> '{}' as "startedAt",
       to_json(s.recompute_finished_at) #>> '{}' as "finishedAt"
     from app.clock_settings s where s.company_id = $1`,
    [tx.whose.companyId],
  )
  const { total = 0, left = 0, startedAt = null, finishedAt = null } = row ?? {}
  // A change that has not been taken up yet is running too: what is stale is to be counted.
  const all = Math.max(total, left)
  return { isRunning: left > 0, total: all, done: all - left, startedAt, finishedAt }
}

export const recomputeReactions: Reaction[] = [
  reaction({
    on: [
      'calendar.created',
      'calendar.updated',
      'calendar.deleted',
      'agreement.created',
      'agreement.updated',
      'agreement.retired',
      'sla.recompute_asked',
    ],
    name: 'sla.recompute',
    runOutside: async ({ inCompany }) => {
      await inCompany(({ tx }) => begin(tx))
      for (let left = chunk; left > 0; ) left = await inCompany(recomputeSome)
      await inCompany(({ tx }) => end(tx))
    },
  }),
  // These are changed elsewhere, and clocks go by them.
  reaction({
    on: 'company.updated',
    name: 'sla.follow_zone',
    run: async ({ tx, record, companyId, event }) => {
      if (!event.data.fields.includes('zone')) return
      await touchClocks(tx)
      record('sla.recompute_asked', { type: 'company', id: companyId }, {})
    },
  }),
  reaction({
    on: 'person.updated',
    name: 'sla.follow_people',
    run: async ({ tx, record, companyId, event }) => {
      if (!event.data.fields.some((field) => field === 'site' || field === 'isVip')) return
      if (!(await agreementFacts(tx)).looksAtPeople) return
      await touchClocks(tx)
      record('sla.recompute_asked', { type: 'company', id: companyId }, {})
    },
  }),
  reaction({
    on: 'desk.catalogue_changed',
    name: 'sla.follow_kinds',
    run: async ({ record, companyId, event }) => {
      if (event.changes['slaHours']) record('sla.recompute_asked', { type: 'company', id: companyId }, {})
    },
  }),
]

/**
 * What somebody was at while the others were counted, and what a process has counted by settings that it had not
 * heard of. Where there is more (after an upgrade: all), the job is asked for it.
 */
export const catchUp: Schedule = {
  name: 'sla.catch_up',
  cron: '* * * * *',
  run: async ({ tx, record, companyId }) => {
    const count = await recomputeSome({ tx, record })
    if (count === chunk) record('sla.recompute_asked', { type: 'company', id: companyId }, {})
    else if (count > 0) await end(tx)
  },
}
