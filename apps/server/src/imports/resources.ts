import type { ImportResource } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import type { ImportRecord } from './access.ts'
import { assetResource } from './assets/assetResource.ts'
import type { Said } from './rows.ts'

export type Outcome = 'new' | 'changed' | 'unchanged' | 'faulty'

/** Within one transaction of a run. */
export type Work = { tx: Tx; platform: Platform; actor: Actor; record: RecordEvent }

/** What a piece of the rows would do, and a way to do it. */
export type Plan = {
  /** In the order of the rows; what is faulty says so in `faults` of its row. */
  outcomes: Outcome[]
  /** What is named and not there yet, by kind. */
  makes: Record<string, string[]>
  /** Writes it; its events belong to the operation. */
  write: (work: Work, operationId: string) => Promise<void>
  /** After the commit: what was written or would be is known to the rows that follow. */
  keep: () => void
}

/** One way through all rows of a list, from the first to the last. */
export type Run = {
  /** All rows before the first is planned, so that what they name is given to nothing else. */
  foresee: (rows: readonly Said[]) => void
  /** Rows that were written in an earlier life of this run: only what they name is remembered. */
  pass: (rows: readonly Said[]) => void
  /** Decides about the next rows, and locks what is there of them if they shall be written. */
  plan: (work: Work, rows: readonly Said[], options: { lock: boolean }) => Promise<Plan>
}

/** What can be imported: how its rows become records. */
export type Resource = { open: (work: Omit<Work, 'record'>, list: ImportRecord) => Promise<Run> }

export const resources: Partial<Record<ImportResource, Resource>> = { assets: assetResource }
