import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Connection } from './connection.ts'
import { locks } from './locks.ts'

/**
 * The secret of an installation on a foreign database that was given none: made once and kept there, where
 * only the migrating account may read it, so that several processes agree.
 */
export async function keepSecretIn(connection: Connection): Promise<string> {
  const client = new pg.Client({ ...connection, application_name: 'deskhand secret' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    // Two that start at once both try to make the table; one waits here for the other.
    await client.query('select pg_advisory_lock($1)', [locks.secret])
    await client.query(`
      create table if not exists public.deskhand_install (
        only_row boolean primary key default true check (only_row), secret text not null);
      revoke all on public.deskhand_install from public`)
    await client.query('insert into public.deskhand_install (secret) values ($1) on conflict do nothing', [
      randomBytes(32).toString('base64url'),
    ])
    const { rows } = await client.query<{ secret: string }>('select secret from public.deskhand_install')
    return rows[0]?.secret ?? ''
  } finally {
    await client.end()
  }
}
