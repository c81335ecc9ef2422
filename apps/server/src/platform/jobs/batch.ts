import type { Actor } from '../actor.ts'
import type { Db } from '../db/kysely.ts'
import type { Tx } from '../db/transaction.ts'
import type { RecordEvent } from '../log/record.ts'
import type { Platform } from '../platform.ts'

export type BatchWork = {
  tx: Tx
  db: Db
  platform: Platform
  /** In whose name, and with whose rights, it is done: as they are now. */
  actor: Actor
  /** Its events belong to the operation. */
  record: RecordEvent
}

/** What a kind of operation does to one subject. A `Stop` leaves that subject as it was, and the others go on. */
export type Batch = {
  kind: string
  run: (work: BatchWork, subjectId: string, payload: unknown) => Promise<void>
  /**
   * How an operation of this kind is undone where it has too many subjects to take one after the other: begins it and
   * answers at once. What somebody changed since is left alone, or, without `rest`, stops all of it.
   */
  undoWhole?: (
    work: BatchWork,
    operation: { id: string; summary: string },
    rest: boolean,
  ) => Promise<{ operationId: string }>
}

/** By their kinds. */
export function batchesOf(all: readonly Batch[]): ReadonlyMap<string, Batch> {
  const batches = new Map(all.map((one) => [one.kind, one]))
  if (batches.size < all.length) throw new Error('Two operations are of one kind.')
  return batches
}
