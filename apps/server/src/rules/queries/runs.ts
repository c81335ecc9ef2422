import { type RuleRun, rules, undoWindow } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { clock } from '../../platform/clock/clock.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { words as requestWords } from '../../requests/words.ts'
import { readRule } from '../access.ts'
import type { Cause, Outcome } from '../carryOut.ts'
import type { RuleRecord } from '../rules.ts'

type Run = {
  id: string
  rule: RuleRecord
  requestId: string
  cause: Cause
  outcome: Outcome
  detail: string
  changes?: object
  operationId?: string
  at: Date
}

export const keepRun = (
  tx: Tx,
  { id, rule, requestId, cause, outcome, detail, changes, operationId, at }: Run,
) =>
  tx.run(
    `insert into app.rule_runs (company_id, id, rule_id, rule_version, request_id, event_id, moment, outcome, detail,
       changes, operation_id, chain, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tx.whose.companyId,
      id,
      rule.id,
      rule.version,
      requestId,
      cause.eventId,
      cause.moment,
      outcome,
      detail,
      JSON.stringify(changes ?? {}),
      operationId ?? null,
      cause.chain.map((one) => one.id),
      at,
    ],
  )

/** Whether it looked at this already: jobs can come twice. */
export async function isTaken(
  tx: Tx,
  ruleId: string,
  requestId: string,
  { eventId, moment }: Cause,
): Promise<boolean> {
  const [taken] = await tx.query(
    `select from app.rule_runs where company_id = $1 and request_id = $2 and rule_id = $3
       and event_id is not distinct from $4 and moment is not distinct from $5`,
    [tx.whose.companyId, requestId, ruleId, eventId, moment],
  )
  return taken !== undefined
}

/** Whether the rule has not failed within the last hour. */
export async function isFirstFailure(tx: Tx, ruleId: string): Promise<boolean> {
  const [failed] = await tx.query(
    `select from app.rule_runs where company_id = $1 and rule_id = $2 and outcome in ('REFUSED', 'STOPPED')
       and at > $3::timestamptz - interval '1 hour' limit 1`,
    [tx.whose.companyId, ruleId, clock.now()],
  )
  return failed === undefined
}

export type Led = { id: string; name: string }

/**
 * The rules that led to each of these events, the first one first: up its causes, whoever else reacted in between, to the
 * nearest that belongs to what a rule did, and from there by what was written down then.
 */
export async function chainsTo(tx: Tx, eventIds: readonly number[]): Promise<Map<number, Led[]>> {
  const rows = await tx.query<Led & { origin: number }>(
    `with recursive up as (
       select e.id as origin, e.caused_by_id, e.operation_id, 0 as hop from app.events e
       where e.company_id = $1 and e.id = any ($2::bigint[])
       union all
       select up.origin, e.caused_by_id, e.operation_id, up.hop + 1 from up
       join app.events e on e.company_id = $1 and e.id = up.caused_by_id where up.hop < 200),
     nearest as (
       select distinct on (up.origin) up.origin, r.chain || r.rule_id as ids from up
       join app.rule_runs r on r.company_id = $1 and r.operation_id = up.operation_id order by up.origin, up.hop)
     select n.origin, u.id, u.name from nearest n
     cross join lateral unnest(n.ids) with ordinality as led (id, place)
     join app.rules u on u.company_id = $1 and u.id = led.id
     order by n.origin, led.place`,
    [tx.whose.companyId, eventIds],
  )
  return Map.groupBy(rows, ({ origin }) => origin)
}

type Row = Omit<RuleRun, 'undoableUntil'> & { endedAt: Date | null }

async function readRuns(tx: Tx, which: RawBuilder<SqlBool>, most: number): Promise<RuleRun[]> {
  const rows = await send<Row>(
    tx,
    sql`select n.id, n.rule_id as "ruleId", u.name as "ruleName", n.rule_version as "ruleVersion", n.request_id as "requestId",
      r.reference_number as "referenceNumber", r.summary, n.outcome, n.detail, n.changes, n.event_id::text as "eventId",
      coalesce((select json_agg(c.name order by place) from unnest(n.chain) with ordinality as led (id, place)
        join app.rules c on c.company_id = n.company_id and c.id = led.id), '[]') as chain,
      n.operation_id as "operationId", o.ended_at as "endedAt", back.started_by_name as "undoneByName",
      to_json(n.at) #>> '{}' as at
    from app.rule_runs n
    join app.rules u on u.company_id = n.company_id and u.id = n.rule_id
    join app.requests r on r.company_id = n.company_id and r.id = n.request_id
    left join app.operations o on o.company_id = n.company_id and o.id = n.operation_id
    left join app.operations back on back.company_id = n.company_id and back.undoes_id = n.operation_id
    where n.company_id = ${tx.whose.companyId} and ${which}
    order by n.at desc, n.id desc limit ${most}`,
  )
  return rows.map(({ endedAt, ...row }) => {
    const until = endedAt && new Date(endedAt.getTime() + undoWindow.hours * 3_600_000)
    const isUndoable = until && !row.undoneByName && until > clock.now()
    return { ...row, undoableUntil: isUndoable ? until.toISOString() : null }
  })
}

export const runs = handle(rules.runs, async ({ tx, params, query }) => {
  const rule = await readRule(tx, params.id)
  const after = readCursor(query.cursor, { value: 'time', id: 'uuid' })
  const older = after ? sql<SqlBool>`(n.at, n.id) < (${after.value}, ${after.id})` : sql<SqlBool>`true`
  const found = await readRuns(tx, sql`n.rule_id = ${rule.id} and ${older}`, query.limit + 1)
  const data = found.slice(0, query.limit)
  const last = data.at(-1)
  const next = found.length > query.limit && last ? cursorOf(last.at, last.id) : null
  const totalEstimate = totalOf(query, next, data.length)
  return answer({ data, page: { next, totalEstimate } }, { next })
})

/** More than anybody reads of one request. */
const most = 50

export const ofRequest = handle(rules.ofRequest, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  if (!isStaff(actor, request)) throw new Stop('forbidden', requestWords.onlyDesk)
  return { data: await readRuns(tx, sql`n.request_id = ${request.id}`, most) }
})
