import { type Operation, undoWindow } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import { send } from '../platform/db/send.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

const hour = 3_600_000

/**
 * Which operations this person may see: what they began, and what touched a desk that they lead. That the
 * log shows nothing of hidden requests is row-level security's business.
 */
const visibleTo = (actor: Actor): RawBuilder<SqlBool> => sql`(o.started_by_id = ${actor.id} or exists (
  select from app.events e where e.company_id = o.company_id and e.operation_id = o.id and ${leads(actor)}))`

const led = (actor: Actor) => [...actor.desks].flatMap(([id, role]) => (role === 'SUPERVISOR' ? [id] : []))

/** Whether they lead the desk of the event or item in `e`. */
export const leads = (actor: Actor): RawBuilder<SqlBool> =>
  actor.isAdmin ? sql`e.desk_id is not null` : sql`e.desk_id = any (${led(actor)}::uuid[])`

const columns = sql`o.id, o.kind, o.summary, o.state, o.total, o.changed, o.unchanged, o.refused,
  o.started_by_id as "startedById", o.started_by_name as "startedByName", o.started_at as "startedAt",
  o.ended_at as "endedAt", o.undoes_id as "undoesId", u.id as "undoId", u.started_by_name as "undoneByName",
  u.started_at as "undoneAt"`

type Row = Omit<Operation, 'startedAt' | 'endedAt' | 'undone' | 'undoableUntil'> & {
  startedAt: Date
  endedAt: Date | null
  undoId: string | null
  undoneByName: string | null
  undoneAt: Date | null
}

/** Operations as the contract has them, newest first. */
export async function readOperations(
  tx: Tx,
  actor: Actor,
  which: RawBuilder<SqlBool>,
  { limit = 100 }: { limit?: number } = {},
): Promise<Operation[]> {
  const rows = await send<Row>(
    tx,
    sql`select ${columns} from app.operations o
      left join app.operations u on u.company_id = o.company_id and u.undoes_id = o.id
      where o.company_id = ${actor.companyId} and ${visibleTo(actor)} and ${which}
      order by o.started_at desc, o.id desc limit ${limit}`,
  )
  return rows.map(operationOf)
}

/** The operation, or the same 404 for hidden and missing. */
export async function loadOperation(
  tx: Tx,
  actor: Actor,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Operation> {
  // Locked ahead: of two who undo at once, the second then reads what the first has written, and says who was quicker.
  if (lock)
    await send(
      tx,
      sql`select from app.operations o where o.company_id = ${actor.companyId} and o.id::text = ${id.toLowerCase()} for update`,
    )
  const [operation] = await readOperations(tx, actor, sql`o.id::text = ${id.toLowerCase()}`)
  if (!operation) throw new Stop('not_found', words.noSuchOperation)
  return operation
}

function operationOf({ undoId, undoneByName, undoneAt, startedAt, endedAt, ...row }: Row): Operation {
  const until = endedAt && new Date(endedAt.getTime() + undoWindow.hours * hour)
  const isUndoable = until && until > clock.now() && !undoId && !row.undoesId && row.changed > 0
  return {
    ...row,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    undone:
      undoId && undoneAt
        ? { operationId: undoId, byName: undoneByName ?? '', at: undoneAt.toISOString() }
        : null,
    undoableUntil: isUndoable ? until.toISOString() : null,
  }
}

/** Why it cannot be undone now, or null. */
export function whyNotUndo(operation: Operation): string | null {
  if (operation.state === 'RUNNING') return words.running
  if (operation.undone) return words.undoneAlready(operation.undone.byName, new Date(operation.undone.at))
  if (operation.undoesId) return words.isUndo
  if (operation.changed === 0) return words.nothingToUndo
  return operation.undoableUntil ? null : words.tooLate
}

/** The operation as the subject of an event: heard by whoever began it. */
export const about = (operation: { id: string; summary: string; startedById: string | null }): Subject => ({
  type: 'operation',
  id: operation.id,
  ref: operation.summary,
  people: [operation.startedById],
})
