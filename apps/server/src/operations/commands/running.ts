import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about } from '../access.ts'
import { holdOff } from './holdOff.ts'

/** Who goes on with a deed after their request was answered. */
export { actFor } from '../../identity/actFor.ts'

type New = { kind: string; summary: string; total: number; payload?: unknown; undoesId?: string }

/** An operation that a job of its own slice carries on, in pieces as large as it likes. Answers its id. */
export async function beginRunning(
  { tx, actor }: { tx: Tx; actor: Actor },
  { kind, summary, total, payload = null, undoesId }: New,
): Promise<string> {
  const id = newId()
  await tx.run(
    `insert into app.operations (company_id, id, kind, summary, payload, total, started_by_id, started_by_name,
       started_at, undoes_id)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10)`,
    [
      actor.companyId,
      id,
      kind,
      summary,
      JSON.stringify(payload),
      total,
      actor.id,
      actor.name,
      clock.now(),
      undoesId ?? null,
    ],
  )
  return id
}

/** Whether it still runs; if so, nobody stops it before this transaction ends. */
export async function stillRuns(tx: Tx, id: string): Promise<boolean> {
  await holdOff(tx, id, 'cancelling')
  const rows = await tx.query(
    `select from app.operations where company_id = $1 and id = $2 and state = 'RUNNING'`,
    [tx.whose.companyId, id],
  )
  return rows.length > 0
}

type Counts = { changed: number; unchanged: number; refused: number }
type Running = Counts & { kind: string; summary: string; total: number; startedById: string | null }

/** Adds to how its subjects fared, and tells whoever waits; `isOver` ends it. */
export async function countOn(
  { tx, record }: { tx: Tx; record: RecordEvent },
  id: string,
  { changed, unchanged, refused }: Counts,
  { isOver }: { isOver: boolean },
): Promise<void> {
  const [running] = await tx.query<Running>(
    `update app.operations set changed = changed + $3, unchanged = unchanged + $4, refused = refused + $5,
       state = case when $6::boolean then 'DONE' else state end,
       ended_at = case when $6::boolean then $7::timestamptz else ended_at end
     where company_id = $1 and id = $2
     returning kind, summary, total, changed, unchanged, refused, started_by_id as "startedById"`,
    [tx.whose.companyId, id, changed, unchanged, refused, isOver, clock.now()],
  )
  if (!running) throw new Error(`There is no operation ${id}.`)
  const { startedById, kind, summary, ...counts } = running
  const subject = about({ id, summary, startedById })
  if (isOver) record('operation.ended', subject, { kind, summary, ...counts })
  else record('operation.progressed', subject, counts)
}
