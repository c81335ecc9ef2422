import type { FastifyBaseLogger } from 'fastify'
import type { Config } from './config.ts'
import type { Connection } from './db/connection.ts'
import type { Pools } from './db/pools.ts'
import type { Batch } from './jobs/batch.ts'
import type { Bell } from './log/bell.ts'
import type { Undo } from './log/undo.ts'
import type { Metrics } from './metrics.ts'
import type { Board } from './realtime/board.ts'

/** What every part of a running process shares. */
export type Platform = {
  config: Config
  /** The installation's one secret; keys for each use are derived from it. */
  secret: string
  connection: Connection
  pools: Pools
  bell: Bell
  /** Who is at which request now. */
  board: Board
  log: FastifyBaseLogger
  metrics: Metrics
  /** How each kind of event is undone, by its name. */
  undoes: ReadonlyMap<string, Undo>
  /** What each kind of operation does to its subjects. */
  batches: ReadonlyMap<string, Batch>
}
