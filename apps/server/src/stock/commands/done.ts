import type { StockMovement, StockMovementKind } from '@deskhand/contract'
import { beginOperation } from '../../operations/commands/begin.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Answer, answer } from '../../platform/http/answer.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about, type ItemRecord } from '../access.ts'
import { readMovement } from '../queries/readMovements.ts'
import type { Line } from '../rules.ts'
import { so, words } from '../words.ts'
import { book, type NewMovement } from './book.ts'

export type Deed = { tx: Tx; actor: Actor; record: RecordEvent }

const events = {
  RECEIVE: 'stock_item.received',
  ISSUE: 'stock_item.issued',
  RETURN: 'stock_item.returned',
  ADJUST: 'stock_item.adjusted',
  TRANSFER: 'stock_item.transferred',
} as const satisfies Partial<Record<StockMovementKind, string>>

/** Writes a movement that somebody makes, as an operation that can be undone, and answers it. */
export async function done(
  deed: Deed,
  item: ItemRecord,
  movement: NewMovement & { kind: keyof typeof events },
  lines: readonly Line[],
): Promise<Answer<{ movement: StockMovement; operationId: string }>> {
  const { tx, actor } = deed
  const { kind, quantity } = movement
  const operation = await beginOperation(deed, {
    kind: `stock.${kind.toLowerCase()}`,
    summary: words.summary[kind](so(quantity, item.name)),
    changed: 1,
  })
  const movementId = await book(deed, item, { ...movement, operationId: operation.id }, lines)
  operation.record(events[kind], about(item), { movementId, quantity })
  return answer(
    { movement: await readMovement(tx, actor, movementId), operationId: operation.id },
    { location: `/stock-items/${item.id}/movements` },
  )
}
