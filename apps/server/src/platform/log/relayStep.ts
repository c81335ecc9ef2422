import type pg from 'pg'
import type { JobPlan } from '../jobs/plan.ts'
import { tries } from '../jobs/tries.ts'
import { type Notice, settled } from './settled.ts'

/** `moved`: look again at once. `waiting`: a gap may still be filled, look soon. `idle`: the log is at its end. */
export type Step = 'moved' | 'waiting' | 'idle'

type Row = { id: number; companyId: string; name: string; operationId: string | null; xmin: string }

const most = 1_000

/** As many events of one operation in a step are a crowd: the operation is large, and not at its end. */
const crowd = 40
/** What follows from a crowd waits so long, in milliseconds, and leaves the processors to what caused it. */
const crowdWait = 10_000

const readLog = `
  select id, company_id as "companyId", name, operation_id as "operationId", pg_snapshot_xmin(pg_current_snapshot())::text as xmin
  from app.events where id > $1 order by id limit ${most}`

// Compare-and-set and jobs in one statement: whatever happens, a job is made once for each event.
const moveWithJobs = `
  with moved as (update ops.cursors set id = $2 where name = 'relay' and id = $1 returning 1)
  select count(*)::int as jobs, (select count(*)::int from moved) as moved
  from moved, lateral jobs.add_jobs(array(select json_populate_recordset(null::jobs.job_spec, $3::json)))`

const move = `
  with moved as (update ops.cursors set id = $2 where name = 'relay' and id = $1 returning 1)
  select 0 as jobs, count(*)::int as moved from moved`

function crowdsOf(rows: readonly Row[]): ReadonlySet<string | null> {
  const counts = new Map<string, number>()
  for (const { operationId } of rows)
    if (operationId) counts.set(operationId, (counts.get(operationId) ?? 0) + 1)
  return new Set([...counts].flatMap(([operation, count]) => (count >= crowd ? [operation] : [])))
}

/**
 * Carries the log to the queue, step by step, over one connection of role deskhand_relay. Two of them at once
 * do no harm: who comes second moves nothing.
 */
export function openRelaySteps(client: pg.ClientBase, plan: JobPlan) {
  let cursor: number | null = null
  let notice: Notice | null = null

  const ask = async <R extends pg.QueryResultRow>(name: string, text: string, values: unknown[] = []) => {
    // Named, so that it is planned once; with a limit of its own, because a dead line answers nothing at all.
    const query = { name: `relay ${name}`, text, values, query_timeout: 20_000 }
    return (await client.query<R>(query)).rows
  }

  const findCursor = async (): Promise<number> => {
    const [row] = await ask<{ id: number }>('cursor', `select id from ops.cursors where name = 'relay'`)
    if (row) return row.id
    await ask('first', `insert into ops.cursors (name) values ('relay') on conflict do nothing`)
    return findCursor()
  }

  const giveNotice = async (upTo: number): Promise<void> => {
    // After the gap was seen: xmax of the snapshot would not do, because transactions beyond it may run already.
    const [row] = await ask<{ horizon: string }>('horizon', 'select pg_current_xact_id()::text as horizon')
    if (row) notice = { upTo, horizon: BigInt(row.horizon) }
  }

  return async (): Promise<Step> => {
    cursor ??= await findCursor()
    const rows = await ask<Row>('read', readLog, [cursor])
    const [first] = rows
    if (!first) return 'idle'
    const { count, gap } = settled(
      cursor,
      rows.map(({ id }) => id),
      BigInt(first.xmin),
      notice,
    )
    const ready = rows.slice(0, count)
    const last = ready.at(-1)
    if (last) {
      const crowds = crowdsOf(ready)
      const jobs = ready.flatMap(({ id, companyId, name, operationId }) =>
        (plan.get(name) ?? []).map(({ identifier, reactions }) => ({
          identifier,
          payload: { companyId, eventId: id, ...(reactions ? { reactions } : {}) },
          max_attempts: tries,
          ...(crowds.has(operationId) ? { run_at: new Date(Date.now() + crowdWait) } : {}),
        })),
      )
      const [done] =
        jobs.length > 0
          ? await ask<{ moved: number }>('move with jobs', moveWithJobs, [
              cursor,
              last.id,
              JSON.stringify(jobs),
            ])
          : await ask<{ moved: number }>('move', move, [cursor, last.id])
      // Another relay was quicker: its cursor is the truth.
      cursor = done && done.moved > 0 ? last.id : null
      return 'moved'
    }
    // The notice stands until its gap is settled; a new one each time would never grow old enough.
    if (gap !== null && (notice === null || gap > notice.upTo)) await giveNotice(rows.at(-1)?.id ?? gap)
    return 'waiting'
  }
}
