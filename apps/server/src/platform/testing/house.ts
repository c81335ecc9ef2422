import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import type { LoginRole } from '../db/roles.ts'
import { transact } from '../db/transaction.ts'
import { Bell } from '../log/bell.ts'
import { openRecord } from '../log/record.ts'
import { freshDatabase } from './database.ts'

export const silentLog = pino({ level: 'silent' })

/**
 * A database with one bare company, a person in it, and a table `app.effects` that reactions under test may write to
 * without any protection against doing so twice.
 */
export async function openHouse() {
  const database = await freshDatabase()
  const { pools } = database
  const companyId = randomUUID()
  const personId = randomUUID()
  const owner = new pg.Client(database.connection)
  await owner.connect()
  await owner.query(`
    set role deskhand_owner;
    create table app.effects (name text not null, event_id bigint not null, at timestamptz not null default clock_timestamp());
    grant select, insert on app.effects to deskhand_worker`)
  await owner.end()
  await pools.platform.query(
    `insert into app.companies (company_id, name, slug, zone) values ($1, 'Test', 'test', 'UTC')`,
    [companyId],
  )
  await pools.platform.query(
    `insert into app.people (company_id, id, account_id, email, first_name, last_name, state)
     values ($1, $2, $2, 'one@test.example', 'One', 'Person', 'ACTIVE')`,
    [companyId, personId],
  )
  const bell = new Bell(null)

  /** Commits events about the person, one for each word; the words are their data. */
  const write = async (...words: string[]) => {
    const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
    await transact(
      pools.app,
      { companyId, personId: null },
      async () => {
        for (const word of words)
          record('person.updated', { type: 'person', id: personId }, { fields: [word] })
      },
      write,
    )
    bell.ring('wrote')
  }

  /** One statement as that role, in no company: the relay sees the log, the worker the queue. */
  const ask = async <Row extends pg.QueryResultRow>(
    role: Extract<LoginRole, `deskhand_${'relay' | 'worker' | 'platform'}`>,
    sql: string,
    values: unknown[] = [],
  ) => {
    const pool = {
      deskhand_relay: pools.relay,
      deskhand_worker: pools.worker,
      deskhand_platform: pools.platform,
    }
    return (await pool[role].query<Row>(sql, values)).rows
  }
  const asRelay = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
    ask<Row>('deskhand_relay', sql, values)
  const asWorker = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
    ask<Row>('deskhand_worker', sql, values)

  return {
    ...database,
    bell,
    companyId,
    personId,
    write,
    asRelay,
    asWorker,
    lastEvent: async () =>
      (await asRelay<{ id: number }>('select coalesce(max(id), 0) as id from app.events'))[0]?.id ?? 0,
    cursor: async () =>
      (await asRelay<{ id: number }>(`select id from ops.cursors where name = 'relay'`))[0]?.id ?? 0,
    effects: async (name: string) =>
      (await asWorker<{ n: number }>('select count(*)::int as n from app.effects where name = $1', [name]))[0]
        ?.n ?? 0,
    jobsLeft: async () =>
      (await asWorker<{ n: number }>('select count(*)::int as n from jobs._private_jobs'))[0]?.n ?? 0,
    /** Ends the waits between the tries of failed jobs. */
    hurry: () =>
      asWorker(`with hurried as (update jobs._private_jobs set run_at = now()
          where locked_at is null and run_at > now() and attempts < max_attempts returning 1)
        select pg_notify('jobs:insert', '{"count":1}') from hurried limit 1`),
    /** Cuts the lines of these roles, as a database that restarts does. */
    async cut() {
      const others = `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`
      await asWorker(others)
      await asRelay(others)
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>
