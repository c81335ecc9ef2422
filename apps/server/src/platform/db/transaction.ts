import { createHash } from 'node:crypto'
import type pg from 'pg'
import { DatabaseError } from 'pg'
import { isUuid } from '../ids.ts'
import { Stop } from '../stop.ts'
import { lastReturnTo, patienceOf } from './connection.ts'
import { bind, type Db } from './kysely.ts'

/** For whom a transaction speaks. Without a company, row-level security shows it nothing. */
export type Whose = { companyId: string | null; personId: string | null }

const names = new Map<string, string>()

/** Every statement is a named one: unnamed ones are planned anew each time (measured 1.5 to 2.4 times slower). */
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url')
    // A statement text made of data would grow this without end, and the server's memory with it.
    if (names.size < 5_000) names.set(text, name)
  }
  return name
}

/** One open transaction. Statements that do not need each other's answers travel together. */
export class Tx {
  readonly db: Db
  failed: unknown = null
  whose: Whose
  #client: pg.PoolClient
  #closed = false
  #running = new Set<Promise<unknown>>()

  constructor(client: pg.PoolClient, whose: Whose) {
    this.#client = client
    this.whose = whose
    this.db = bind(this)
  }

  /** Runs one statement with `$1` values and answers its rows. */
  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.run<Row>(text, values)).rows
  }

  /** As `query`, with the count of rows touched. */
  run<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<Row>> {
    return this.#send({ name: nameOf(text), text, values })
  }

  #send<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
    if (this.#closed) throw new Error('The transaction is over; a statement came too late.')
    const running = this.#client.query<Row>(statement)
    this.#running.add(running)
    running
      .catch((error: unknown) => {
        this.failed ??= error
      })
      .finally(() => this.#running.delete(running))
    return running
  }

  /** As `query`, for a statement made for one person that is not likely to come again: no name, so nothing keeps it. */
  async once<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#send<Row>({ text, values })).rows
  }

  /**
   * Runs `work` between two savepoints: when it throws, what it wrote is undone, and the transaction goes on. What is
   * nobody's fault in there (the connection broke, another transaction was in the way) ends the whole: `failed` stays.
   */
  async attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.run('savepoint attempt')
    try {
      const result = await work()
      await this.run('release savepoint attempt')
      return result
    } catch (error) {
      await this.settle()
      if (this.failed && !isOfTheWork(this.failed)) throw this.failed
      await this.run('rollback to savepoint attempt')
      await this.run('release savepoint attempt')
      this.failed = null
      throw error
    }
  }

  /** Speaks for this company and person from here on: for sign-in, which learns only then who it is. */
  async enter(whose: Whose): Promise<void> {
    this.whose = whose
    await this.#client.query(settingsOf(whose))
  }

  close(): void {
    this.#closed = true
  }

  async settle(): Promise<void> {
    await Promise.allSettled(this.#running)
  }
}

function settingsOf({ companyId, personId }: Whose): string {
  // The only texts that are ever put into a statement: checked to be uuids, nothing else passes.
  if (companyId !== null && !isUuid(companyId)) throw new Error('A company id that is no uuid.')
  if (personId !== null && !isUuid(personId)) throw new Error('A person id that is no uuid.')
  return `set local app.company_id = '${companyId ?? ''}'; set local app.person_id = '${personId ?? ''}'`
}

/**
 * Runs `work` in one transaction for one company. BEGIN and the settings travel with the first statement.
 * Commits when `work` returns (or stops with `keep`), rolls back otherwise; what PostgreSQL rolled back by
 * itself is an error too, although it answers COMMIT without one.
 */
export async function transact<Result>(
  pool: pg.Pool,
  whose: Whose,
  work: (tx: Tx) => Promise<Result>,
  beforeCommit?: (tx: Tx, result: Result) => void,
): Promise<Result> {
  const begin = `begin; ${settingsOf(whose)}`
  const client = await connect(pool)
  const tx = new Tx(client, whose)
  let trusted = true
  try {
    const begun = client.query(begin)
    begun.catch(() => undefined)
    let thrown: unknown = null
    let result: Result | undefined
    try {
      result = await work(tx)
      if (!tx.failed) beforeCommit?.(tx, result)
    } catch (error) {
      thrown = error
    }
    // A value that cannot be sent fails one tick later, in this process only: a COMMIT sent before that
    // would commit the rest.
    await new Promise(process.nextTick)
    tx.close()
    const keep = !tx.failed && (!thrown || (thrown instanceof Stop && thrown.extra.keep))
    const ended = client.query(keep ? 'commit' : 'rollback')
    ended.catch(() => undefined)
    await begun
    await tx.settle()
    const done = await ended
    if (thrown instanceof Stop && (keep || !isLost(tx.failed))) throw thrown
    if (tx.failed) throw tx.failed
    if (thrown) throw thrown
    if (done.command !== 'COMMIT') throw new Error('The database rolled the transaction back by itself.')
    // `work` returned, so there is a result of its type.
    return result as Result
  } catch (error) {
    trusted = trusts(tx.failed ?? error)
    throw error
  } finally {
    client.release(!trusted || client.getTransactionStatus?.() !== 'I')
  }
}

/** Whether a statement failed for what it said; not by a lost connection, a full disk, a deadlock, a lock, a shutdown. */
const isOfTheWork = (error: unknown): boolean =>
  error instanceof DatabaseError && trusts(error) && !/^(?:08|40|53|55|57|58|XX)/.test(error.code ?? 'XX')

const isLost = (error: unknown) => Boolean(error) && !(error instanceof DatabaseError)

/**
 * After an error that did not come from the server the driver's picture of prepared statements is wrong for
 * good; so it is when a statement vanished (26000) or its plan went stale after a migration (0A000).
 */
function trusts(error: unknown): boolean {
  if (error instanceof Stop) return true
  return error instanceof DatabaseError && error.code !== '26000' && error.code !== '0A000'
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await withinPatience(pool)
  } catch (cause) {
    if (cause instanceof Stop) throw cause
    const away = new Stop('unavailable', 'The database cannot be reached just now. Try again in a moment.', {
      retryAfter: 2,
    })
    away.cause = cause
    throw away
  }
}

/**
 * A crowd is served as long as connections come back, until the pool's own bound; where all of them hang, whoever waits
 * is told at once.
 */
async function withinPatience(pool: pg.Pool): Promise<pg.PoolClient> {
  const patience = patienceOf(pool)
  const isFull = pool.idleCount === 0 && pool.totalCount >= pool.options.max
  const asked = pool.connect()
  if (patience === null || !isFull) return asked
  let since = performance.now()
  do {
    const { promise: late, resolve } = Promise.withResolvers<null>()
    const timer = setTimeout(resolve, since + patience - performance.now(), null)
    const client = await Promise.race([asked, late]).finally(() => clearTimeout(timer))
    if (client) return client
    since = Math.max(since, lastReturnTo(pool))
  } while (performance.now() - since < patience)
  // Whoever comes too late goes back at once.
  asked.then((idle) => idle.release()).catch(() => undefined)
  throw new Stop('unavailable', 'Too many are asking at once. Try again in a moment.', { retryAfter: 1 })
}
