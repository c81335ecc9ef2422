import type pg from 'pg'
import { mostTries } from './tries.ts'

/** How often a worker says that it lives, and after how long a silence it counts as dead, in milliseconds. */
export type Pulse = { every: number; silence: number }

/** A killed worker's jobs run again within 30 s: silence, the next beat of another worker, and its next look. */
export const usualPulse: Pulse = { every: 5_000, silence: 20_000 }

// `skip locked`: a job whose transaction is open is finished or rolled back first, whoever it belongs to.
const free = (which: string) => `
  with freed as (select id from jobs._private_jobs where ${which} for update skip locked)
  update jobs._private_jobs j set locked_at = null, locked_by = null,
    max_attempts = least(j.max_attempts + 1, ${mostTries})
  from freed where j.id = freed.id`

const freeSilent = `
  with silent as (delete from ops.workers where seen_at < now() - $1 * interval '1 millisecond' returning id),
    freed as (select id from jobs._private_jobs j
      where locked_at < now() - $1 * interval '1 millisecond'
        and (locked_by in (select id from silent) or not exists (select from ops.workers w where w.id = j.locked_by))
      for update skip locked)
  update jobs._private_jobs j set locked_at = null, locked_by = null,
    max_attempts = least(j.max_attempts + 1, ${mostTries})
  from freed where j.id = freed.id`

/** Enters a worker among the living. */
export const join = (pool: pg.Pool, id: string) =>
  pool.query('insert into ops.workers (id) values ($1) on conflict (id) do update set seen_at = now()', [id])

/** Says that a worker lives; false when others have given it up. */
export async function beat(pool: pg.Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query('update ops.workers set seen_at = now() where id = $1', [id])
  return rowCount === 1
}

/**
 * Gives the jobs of workers that fell silent to whoever takes them. Also those locked by a name that nobody
 * holds: a worker locks its first jobs a moment before it is entered. Answers how many.
 */
export async function freeJobsOfSilent(pool: pg.Pool, silence: number): Promise<number> {
  const { rowCount } = await pool.query(freeSilent, [silence])
  return rowCount ?? 0
}

/** Takes workers from the living and gives back what they still held. */
export async function leave(pool: pg.Pool, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await pool.query('delete from ops.workers where id = any($1)', [ids])
  await pool.query(free('locked_by = any($1)'), [ids])
}
