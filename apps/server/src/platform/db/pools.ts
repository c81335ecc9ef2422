import type pg from 'pg'
import { rolePassword } from '../secret.ts'
import { type Connection, openPool } from './connection.ts'
import type { LoginRole } from './roles.ts'

export type Pools = { app: pg.Pool; auth: pg.Pool; worker: pg.Pool; relay: pg.Pool; platform: pg.Pool }

/** Somebody waits for the answer: a second in a queue, then they are told to come again. Jobs have time. */
const patience = 1_000

/** One pool for each role that signs in; a pool that is never used opens nothing. */
export function openPools(
  connection: Connection,
  secret: string,
  { opening }: { opening?: number } = {},
): Pools {
  // Measured on two cores: 16 over the unix socket, 8 over TCP.
  const most = connection.host.startsWith('/') ? 16 : 8
  const open = (role: LoginRole, max: number, patience?: number) =>
    openPool(
      { ...connection, user: role, password: rolePassword(secret, role) },
      role.slice('deskhand_'.length),
      max,
      { patience, opening },
    )
  return {
    app: open('deskhand_app', most, patience),
    auth: open('deskhand_auth', 6, patience),
    worker: open('deskhand_worker', 12),
    relay: open('deskhand_relay', 4),
    platform: open('deskhand_platform', 2, patience),
  }
}

export async function closePools(pools: Pools): Promise<void> {
  await Promise.all(Object.values(pools).map((pool) => pool.end()))
}
