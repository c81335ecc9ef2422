import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { rolePassword } from '../secret.ts'

/** Those that sign in, with what they are for and how many connections one process may hold. */
export const loginRoles = {
  deskhand_app: 'the API inside one company',
  deskhand_auth: 'accounts, sessions and tokens, and the people they belong to',
  deskhand_worker: 'reactions and schedules, inside one company',
  deskhand_relay: 'reads the log of all companies in order and fills the queue',
  deskhand_platform: 'creates and lists companies',
} as const
export type LoginRole = keyof typeof loginRoles

const plainRoles = ['deskhand_owner', 'deskhand_auth_owner', 'deskhand_search'] as const

const settings = [
  `statement_timeout = '15s'`,
  `lock_timeout = '3s'`,
  `idle_in_transaction_session_timeout = '10s'`,
  'search_path = app, pg_catalog',
  `timezone = 'UTC'`,
]

/** The SCRAM verifier that PostgreSQL stores (RFC 5803), made here so that no password travels or is logged. */
function verifier(password: string): string {
  const salt = randomBytes(16)
  const rounds = 4096
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`
}

/**
 * Makes the narrower roles, or brings their passwords and settings up to date. The account of DATABASE_URL
 * needs CREATEROLE, nothing more; it becomes a member of the owners so that migrations can act as them.
 */
export async function makeRoles(client: pg.Client, secret: string): Promise<void> {
  const database =
    (await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? ''
  for (const role of plainRoles) {
    await client.query(unlessThere(role, `create role ${role} nologin`))
    await client.query(`grant ${role} to current_user with inherit true, set true`)
  }
  for (const role of Object.keys(loginRoles)) {
    await client.query(unlessThere(role, `create role ${role} login`))
    await client.query(
      `alter role ${role} login nocreatedb nocreaterole password '${verifier(rolePassword(secret, role))}'`,
    )
    for (const setting of settings) await client.query(`alter role ${role} set ${setting}`)
  }
  const quoted = `"${database.replaceAll('"', '""')}"`
  await client.query(`revoke all on database ${quoted} from public`)
  await client.query(`grant connect on database ${quoted} to ${Object.keys(loginRoles).join(', ')}`)
  await client.query(`grant create on database ${quoted} to deskhand_owner`)
}

// Two installations may start on one cluster at once: whoever comes second finds the role made.
const unlessThere = (role: string, create: string) => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then ${create}; end if;
exception when duplicate_object or unique_violation then null; end $$`
