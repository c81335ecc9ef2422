/**
 * `npm run db` writes what follows from the migrations: the row types that Kysely uses (schema.ts) and a
 * readable listing of the database (schema.sql), so that a migration's whole effect is visible in a diff.
 * With `--check` it writes nothing and fails when they are stale.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../apps/server/src/platform/db/migrate.ts'
import { startTestCluster } from '../apps/server/src/platform/postgres/testCluster.ts'
import { listSchema } from './db/listing.ts'
import { rowTypes } from './db/rowTypes.ts'

const root = join(import.meta.dirname, '..')
const targets = {
  types: join(root, 'apps/server/src/platform/db/schema.ts'),
  listing: join(root, 'apps/server/migrations/schema.sql'),
}

const read = async (client: pg.Client) => ({
  types: await rowTypes(client),
  listing: await listSchema(client),
})

const cluster = await startTestCluster()
try {
  await migrate(cluster.connection, 'types')
  const client = new pg.Client(cluster.connection)
  await client.connect()
  // Ended also when a column has a type that nobody named, so that its complaint is what one reads.
  const fresh = await read(client).finally(() => client.end())
  const stale: string[] = []
  for (const key of ['types', 'listing'] as const) {
    const now = await readFile(targets[key], 'utf8').catch(() => '')
    if (now === fresh[key]) continue
    stale.push(targets[key].slice(root.length + 1))
    if (!process.argv.includes('--check')) await writeFile(targets[key], fresh[key])
  }
  if (process.argv.includes('--check') && stale.length > 0) {
    process.stderr.write(`Stale: ${stale.join(', ')}. Run npm run db.\n`)
    process.exitCode = 1
  } else {
    process.stdout.write(stale.length > 0 ? `Wrote ${stale.join(', ')}.\n` : 'The schema files are fresh.\n')
  }
} finally {
  await cluster.stop()
}
