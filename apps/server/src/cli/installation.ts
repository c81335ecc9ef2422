import { type Deskhand, openDeskhand } from '../deskhand.ts'
import { readConfig } from '../platform/config.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openLogger } from '../platform/logger.ts'
import { type Database, openDatabase } from './database.ts'

export type Installation = { deskhand: Deskhand; database: Database; ran: string[] }

/** Opens the installation that this environment means, up to date, for one command; a server may run beside it. */
export async function withInstallation<Result>(
  env: NodeJS.ProcessEnv,
  work: (installation: Installation) => Promise<Result>,
  { takesRoles = false } = {},
): Promise<Result> {
  const config = { ...readConfig(env, []), as: new Set<never>() }
  const database = await openDatabase(config)
  try {
    const ran = await migrate(database.connection, database.secret, { takesRoles })
    const log = openLogger(config.logLevel ?? 'warn')
    const deskhand = await openDeskhand(config, database.connection, database.secret, log)
    try {
      return await work({ deskhand, database, ran })
    } finally {
      await deskhand.stop()
    }
  } finally {
    await database.stop()
  }
}
