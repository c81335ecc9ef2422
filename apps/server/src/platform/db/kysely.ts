import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Schema } from './schema.ts'
import type { Tx } from './transaction.ts'

/** Kysely inside one transaction: it builds and types the SQL, the transaction sends it. */
export type Db = Kysely<Schema>

const adapter = new PostgresAdapter()
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })

export function bind(tx: Tx): Db {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, rowCount, command } = await tx.run(sql, [...parameters])
      return {
        // The rows are of the type that the query builder promised.
        rows: rows as Row[],
        ...(command === 'SELECT' ? {} : { numAffectedRows: BigInt(rowCount ?? 0) }),
      }
    },
    streamQuery() {
      throw new Error('Rows are not streamed inside a transaction.')
    },
  }
  // Begin and commit are the transaction's own business.
  const nothing = async () => undefined
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [camelCase],
  })
}
