import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'

type Wanted = {
  /** In the one form that the contract makes of an address. */
  email: string
  name: string
  passwordHash?: string | null
  isSuperAdmin?: boolean
}

/**
 * The account of an address: the one it has, or a new one. Of one that is there already nothing changes but
 * that it may come to run the installation; its password least of all.
 */
export async function openAccount(
  tx: Tx,
  { email, name, passwordHash = null, isSuperAdmin = false }: Wanted,
): Promise<string> {
  const now = clock.now()
  const [account] = await tx.query<{ id: string }>(
    `insert into auth.accounts as a (id, email, name, password_hash, password_set_at, is_super_admin, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (email) do update set is_super_admin = a.is_super_admin or excluded.is_super_admin
     returning id`,
    [newId(), email, name, passwordHash, passwordHash === null ? null : now, isSuperAdmin, now],
  )
  if (!account) throw new Error('An account was neither found nor made.')
  return account.id
}
