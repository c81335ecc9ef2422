import type { EventName } from '@deskhand/contract'
import type { Actor } from '../actor.ts'
import type { Db } from '../db/kysely.ts'
import type { Tx } from '../db/transaction.ts'
import type { Platform } from '../platform.ts'
import type { LoggedEvent } from './event.ts'
import type { RecordEvent } from './record.ts'

export type UndoWork = {
  tx: Tx
  db: Db
  platform: Platform
  /** Who undoes. */
  actor: Actor
  /** Whether they did it themselves; if not, it takes who leads the desk. */
  isDoer: boolean
  /** Its events belong to the undoing and name the event that they compensate. */
  record: RecordEvent
}

/**
 * How one kind of event is undone: load the subject through its door and lock it, stop where this person may
 * not, write back what `event.changes` says was there before, record a compensating event. That somebody
 * changed the same fields since is found out by the caller afterwards, and rolls all of it back.
 */
export type Undo<Name extends EventName = EventName> = {
  on: Name | readonly Name[]
  run: (work: UndoWork, event: LoggedEvent<Name>) => Promise<void>
}

/** Checks an undo against its events' data and forgets the narrow type, so that slices can list them. */
export const undo = <Name extends EventName>(it: Undo<Name>): Undo =>
  // A list of undoes of different events has no narrower type than this.
  it as unknown as Undo

/** By the event's name. Two ways to undo one event would be a guess: a bug, said at once. */
export function undoesOf(all: readonly Undo[]): ReadonlyMap<string, Undo> {
  const undoes = new Map<string, Undo>()
  for (const one of all) {
    for (const name of [one.on].flat()) {
      if (undoes.has(name)) throw new Error(`${name} is undone in two ways.`)
      undoes.set(name, one)
    }
  }
  return undoes
}
