import { findWideRoles } from '../platform/db/narrow.ts'
import { closePools, openPools } from '../platform/db/pools.ts'
import { type Contents, findContents } from './contents.ts'
import type { Database } from './database.ts'

/**
 * What is in the database and which roles may too much, on connections of the start's own: a slow machine that has just
 * made its PostgreSQL takes longer to open them than people should wait later.
 */
export async function lookFirst(
  { connection, secret }: Pick<Database, 'connection' | 'secret'>,
  { opening = 60_000 } = {},
): Promise<{ wide: string[]; contents: Contents }> {
  const pools = openPools(connection, secret, { opening })
  try {
    return { wide: await findWideRoles(pools), contents: await findContents(pools) }
  } finally {
    await closePools(pools)
  }
}

/** What keeps a start from going on, with advice where the database was too slow: the driver says only that it gave up. */
export function explainStart(error: unknown): unknown {
  const isSlow =
    error instanceof Error && /connection timeout|timeout expired|timeout exceeded/i.test(error.message)
  if (!isSlow) return error
  return new Error(
    'The database took too long to answer, so Deskhand did not start: it, or this machine, is slow or very busy. ' +
      'Nothing is lost; start it again when it is calmer. If it happens each time, give it more processor and memory.',
    { cause: error },
  )
}
