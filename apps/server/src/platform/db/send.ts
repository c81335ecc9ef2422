import type { Compilable, CompiledQuery, RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Tx } from './transaction.ts'

/**
 * Sends a built statement at once, in its turn. Kysely's own `execute` lets a few ticks pass first, so that
 * a statement sent after it could overtake it; statements that travel together must not. Columns come back
 * as they are named in the statement.
 */
export function send<Row extends pg.QueryResultRow>(
  tx: Tx,
  statement: Compilable<unknown> | RawBuilder<unknown>,
): Promise<Row[]> {
  const { sql, parameters }: CompiledQuery = statement.compile(tx.db)
  return tx.query<Row>(sql, [...parameters])
}
