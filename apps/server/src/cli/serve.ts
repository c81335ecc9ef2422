import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Deskhand, openDeskhand } from '../deskhand.ts'
import type { Config } from '../platform/config.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openLogger, openPlainLogger } from '../platform/logger.ts'
import type { Contents } from './contents.ts'
import { type Database, openDatabase } from './database.ts'
import { clearHalfDemo, loadDemo, makeDemo } from './demo.ts'
import { openDoorstep } from './doorstep.ts'
import { explainStart, lookFirst } from './firstLook.ts'
import { note, say } from './say.ts'
import { sayDemoSignIns, saySetUp } from './welcome.ts'

export type Serving = {
  /** Stops everything in order: requests, sockets, jobs, pools, the embedded database. */
  stop: () => Promise<void>
}

/** Starts this process's roles and says when they serve. Throws a sentence when that cannot be. */
export async function serve(config: Config): Promise<Serving> {
  const doorstep = await openDoorstep(config.port, config.host ?? '127.0.0.1').catch((error: unknown) => {
    throw new Error(explainListening(config, error))
  })
  const { port } = doorstep
  const known = { ...config, port, url: config.isUrlGiven ? config.url : `http://localhost:${port}` }
  let database: Database | undefined
  let deskhand: Deskhand | undefined
  const stop = async () => {
    await doorstep.close()
    await deskhand?.stop()
    await database?.stop()
  }
  try {
    // Made while PostgreSQL makes itself.
    const world = isFirstStart(known) ? makeDemo() : undefined
    database = await openDatabase(known)
    const ran = await migrate(database.connection, database.secret)
    if (ran.length > 0) note(`Brought the database up to date (${ran.length} steps).`)
    if (database.isEmbedded) await clearHalfDemo(database.connection, database.secret)
    const { wide, ...found } = await lookFirst(database)
    if (wide.length > 0) throw new Error(wide.join('\n'))
    let { contents } = found
    deskhand = await openDeskhand(known, database.connection, database.secret, logFor(config))
    const { pools } = deskhand.platform
    if (contents === 'nothing' && database.isEmbedded && !config.isProduction) {
      await loadDemo(pools, database.secret, world)
      contents = 'demo'
    }
    await deskhand.start()
    await doorstep.close()
    await listen(deskhand, known, contents)
    say(`Deskhand is ready at http://localhost:${port}`)
    if (contents === 'demo') sayDemoSignIns()
    if (contents === 'nothing') saySetUp(deskhand.platform)
    return { stop }
  } catch (error) {
    await stop().catch(() => undefined)
    throw explainStart(error)
  }
}

const isFirstStart = ({ databaseUrl, folder, isProduction }: Config) =>
  databaseUrl === null && !isProduction && !existsSync(join(folder, 'postgres'))

function logFor({ logLevel }: Config) {
  if (logLevel) return openLogger(logLevel)
  return process.stderr.isTTY || process.env['npm_lifecycle_event'] ? openPlainLogger() : openLogger('info')
}

/** Heard on this machine alone. */
const isLoopback = (host: string) => /^(127\.|localhost$|::1$)/.test(host)

async function listen({ app }: Deskhand, config: Config, contents: Contents): Promise<void> {
  const { port } = config
  if (contents === 'demo') {
    if (config.host && !isLoopback(config.host))
      note(`Warning: ${config.host} answers others too, and everybody knows the demo’s password.`)
    await app.listen({ port, host: config.host ?? '127.0.0.1' })
    return
  }
  if (config.host) {
    await app.listen({ port, host: config.host })
    return
  }
  try {
    await app.listen({ port, host: '::' })
  } catch (error) {
    if (!hasCode(error, 'EAFNOSUPPORT', 'EADDRNOTAVAIL')) throw error
    await app.listen({ port, host: '0.0.0.0' })
  }
}

function explainListening({ port, host }: Config, error: unknown): string {
  if (hasCode(error, 'EADDRINUSE'))
    return `Port ${port} is taken by another program. Stop it, or choose another: PORT=3001 npm start`
  if (hasCode(error, 'EACCES'))
    return `Port ${port} is not for everybody. Choose one above 1023, or allow this program to use it.`
  if (hasCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND'))
    return `DESKHAND_HOST=${host} is no address of this machine.`
  return error instanceof Error ? error.message : String(error)
}

const hasCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))
