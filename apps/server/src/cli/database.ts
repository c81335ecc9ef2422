import { setTimeout as pause } from 'node:timers/promises'
import pg, { DatabaseError } from 'pg'
import { type Config, keepSecret } from '../platform/config.ts'
import { type Connection, readDatabaseUrl } from '../platform/db/connection.ts'
import { keepSecretIn } from '../platform/db/installSecret.ts'
import { startEmbedded } from '../platform/postgres/embedded.ts'
import { note } from './say.ts'

export type Database = {
  connection: Connection
  secret: string
  isEmbedded: boolean
  /** Ends the embedded PostgreSQL when it is ours. */
  stop: () => Promise<void>
}

/** The database of DATABASE_URL, or the embedded one on the data folder. */
export async function openDatabase(config: Config, { patience = 60_000 } = {}): Promise<Database> {
  if (config.databaseUrl === null) {
    const { connection, stop } = await startEmbedded({ folder: config.folder, log: note })
    return { connection, secret: config.secret ?? keepSecret(config.folder), isEmbedded: true, stop }
  }
  const connection = readDatabaseUrl(config.databaseUrl)
  await reach(connection, patience)
  const secret = config.secret ?? (await keepSecretIn(connection))
  return { connection, secret, isEmbedded: false, stop: async () => undefined }
}

/** Waits for a database that is not there yet: whoever starts all at once starts it in no order. */
async function reach(connection: Connection, patience: number): Promise<void> {
  const where = `${connection.host}:${connection.port}`
  for (const begun = Date.now(); ; await pause(2_000)) {
    const trouble = await tryOnce(connection)
    if (!trouble) return
    if (trouble.isFinal || Date.now() - begun >= patience) {
      throw new Error(`The database at ${where} cannot be used: ${trouble.sentence}`)
    }
    note(`Waiting for the database at ${where}: ${trouble.sentence}`)
  }
}

type Trouble = { sentence: string; isFinal: boolean }

async function tryOnce(connection: Connection): Promise<Trouble | null> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; number: number }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    )
    const { version = '', number = 0 } = rows[0] ?? {}
    return number < 160_000
      ? { sentence: `it is PostgreSQL ${version}, and Deskhand needs 16 or later.`, isFinal: true }
      : null
  } catch (error) {
    return explain(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function explain(error: unknown): Trouble {
  const message = error instanceof Error ? error.message || String(error) : String(error)
  if (!(error instanceof DatabaseError)) return { sentence: `${message}.`, isFinal: false }
  // 57P: it is starting or stopping. 53: it has no connection to spare.
  return { sentence: `it says "${message}".`, isFinal: !/^(57P|53)/.test(error.code ?? '') }
}
