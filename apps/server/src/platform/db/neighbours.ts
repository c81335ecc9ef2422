import pg from 'pg'
import { rolePassword } from '../secret.ts'
import type { Connection } from './connection.ts'

const role = 'deskhand_app'

const isThere = 'select from pg_roles where rolname = $1'

/** Another database of this PostgreSQL in which the role has rights. */
const findNeighbour = `
  select distinct d.datname as name from pg_shdepend s join pg_database d on d.oid = s.dbid
  where s.refclassid = 'pg_authid'::regclass and s.refobjid = $1::regrole and d.datname <> current_database()
  order by 1 limit 1`

/**
 * Roles belong to the whole PostgreSQL, so two installations on one share them, with their passwords. Refuses to
 * give them ours while another database lives by those of another secret.
 */
export async function refuseForeignRoles(
  client: pg.Client,
  connection: Connection,
  secret: string,
): Promise<void> {
  if ((await client.query(isThere, [role])).rowCount === 0) return
  const [neighbour] = (await client.query<{ name: string }>(findNeighbour, [role])).rows
  if (!neighbour || (await isOurs(connection, secret))) return
  throw new Error(
    `This PostgreSQL also holds the Deskhand of the database "${neighbour.name}", whose DESKHAND_SECRET is another ` +
      'one, and both would use the same roles. Nothing was changed. Give this one a PostgreSQL of its own, or both ' +
      'the same DESKHAND_SECRET. If you have just changed the secret of both, run once: ' +
      'npm run deskhand -- migrate --take-roles',
  )
}

/** Whether the role takes the password that follows from our secret. */
async function isOurs(connection: Connection, secret: string): Promise<boolean> {
  const client = new pg.Client({ ...connection, user: role, password: rolePassword(secret, role) })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    // Whatever else keeps it out, such as a right that this database has not given yet, is no wrong password.
    return !(error instanceof pg.DatabaseError && error.code === '28P01')
  } finally {
    await client.end().catch(() => undefined)
  }
}
