import { pendingMigrations } from '../../platform/db/migrate.ts'
import { findWideRoles } from '../../platform/db/narrow.ts'
import { type Finding, fail, ok, type Patient, warn } from './finding.ts'

export async function checkVersion({ client }: Patient): Promise<Finding> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  return ok('database', `PostgreSQL ${rows[0]?.version} answers.`)
}

export async function checkMigrations({ client }: Patient): Promise<Finding> {
  const pending = await pendingMigrations(client)
  return pending.length === 0
    ? ok('migrations', 'All have run.')
    : fail('migrations', `${pending.length} wait to be run; the next start or "deskhand migrate" runs them.`)
}

export async function checkAccount({ client, database }: Patient): Promise<Finding> {
  const { rows } = await client.query<{ name: string; isSuperuser: boolean; isEncrypted: boolean }>(
    `select current_user as name, r.rolsuper as "isSuperuser",
       coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as "isEncrypted"
     from pg_roles r where r.rolname = current_user`,
  )
  const [account] = rows
  if (account?.isSuperuser) {
    return warn('account', `${account.name} is a superuser; CREATEROLE is all that Deskhand needs of it.`)
  }
  const isNear = /^(\/|localhost$|127\.|::1$)/.test(database.connection.host)
  if (!isNear && !account?.isEncrypted) {
    return warn(
      'account',
      'The line to the database is not encrypted. Add sslmode=verify-full to DATABASE_URL.',
    )
  }
  return ok('account', `${account?.name} migrates and is no superuser.`)
}

export async function checkRoles({ pools }: Patient): Promise<Finding[]> {
  const wide = await findWideRoles(pools)
  if (wide.length > 0) return wide.map((sentence) => fail('roles', sentence))
  return [ok('roles', 'Those that serve requests and jobs own nothing and are bound by row-level security.')]
}

export async function checkPolicies({ client }: Patient): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity
         and exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive))
     order by 1`,
  )
  return rows.length === 0
    ? ok('row-level security', 'It is enabled and forced on every table of companies.')
    : fail(
        'row-level security',
        `It does not hold on ${rows.map(({ name }) => name).join(', ')}. Do not serve from this database.`,
      )
}

/** A statement smuggled into a query could otherwise speak for another company. */
export async function checkSetConfig({ client }: Patient): Promise<Finding> {
  const { rows } = await client.query<{ isOpen: boolean }>(
    `select has_function_privilege('deskhand_app', 'pg_catalog.set_config(text, text, boolean)', 'execute') as "isOpen"`,
  )
  return rows[0]?.isOpen
    ? warn(
        'set_config',
        'Everybody may call it. A superuser can close that door: revoke execute on function pg_catalog.set_config(text, text, boolean) from public',
      )
    : ok('set_config', 'Nobody but its owner may call it.')
}

export async function checkClock({ client }: Patient): Promise<Finding> {
  const before = Date.now()
  const { rows } = await client.query<{ now: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as now',
  )
  const middle = (before + Date.now()) / 2
  const seconds = Math.abs((rows[0]?.now ?? 0) - middle) / 1000
  const difference = `This machine's clock and the database's are ${seconds.toFixed(1)} s apart.`
  if (seconds > 30) return fail('clock', `${difference} Sign-ins would end at once.`)
  return seconds > 2 ? warn('clock', difference) : ok('clock', 'It agrees with the database’s.')
}

export async function checkConnections({ client }: Patient): Promise<Finding> {
  const { rows } = await client.query<{ most: number; used: number }>(
    `select current_setting('max_connections')::int as most, (select count(*)::int from pg_stat_activity) as used`,
  )
  const { most = 0, used = 0 } = rows[0] ?? {}
  return most - used < 30
    ? warn('connections', `${used} of ${most} are taken; one process of ours may ask for 40.`)
    : ok('connections', `${used} of ${most} are taken.`)
}
