import type { ImportResource } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import type { Platform } from '../platform/platform.ts'
import type { ImportRecord } from './access.ts'
import { assetResource } from './assets/assetResource.ts'
import { manufacturers, models } from './records/catalogue.ts'
import { licences } from './records/licences.ts'
import { locations } from './records/locations.ts'
import { people } from './records/people.ts'
import { recordResource } from './records/recordResource.ts'
import { stockItems } from './records/stockItems.ts'
import type { Said } from './rows.ts'

export type Outcome = 'new' | 'changed' | 'unchanged' | 'faulty'

/** Within one transaction of a run. */
export type Work = { tx: Tx; platform: Platform; actor: Actor; record: RecordEvent }

/** What a piece of the rows would do, and a way to do it. */
export type Plan = {
  /** In the order of the rows, at the latest once they are written; what is faulty says so in `faults` of its row. */
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
  foresee?: (rows: readonly Said[]) => void
  /** Rows that were written in an earlier life of this run: only what they name is remembered. */
  pass: (rows: readonly Said[]) => void
  /** Decides about the next rows, and locks what is there of them if they shall be written. */
  plan: (work: Work, rows: readonly Said[], options: { lock: boolean }) => Promise<Plan>
}

/** What can be imported: how its rows become records. */
export type Resource = {
  open: (work: Omit<Work, 'record'>, list: ImportRecord) => Promise<Run>
  /** The role of the database by which its rows are written. */
  door: 'app' | 'auth'
  /** How many rows one transaction takes. */
  piece: number
  /** In which order its rows come, where all of them, at most so many, are read first. */
  order?: (rows: readonly Said[]) => Said[]
  most?: number
}

export const resources: Record<ImportResource, Resource> = {
  assets: assetResource,
  people: recordResource(people),
  locations: recordResource(locations),
  manufacturers: recordResource(manufacturers),
  models: recordResource(models),
  licences: recordResource(licences),
  accessories: recordResource(stockItems('ACCESSORY')),
  consumables: recordResource(stockItems('CONSUMABLE')),
  components: recordResource(stockItems('PART')),
}
