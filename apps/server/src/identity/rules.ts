import { type Permission, roles } from '@deskhand/contract'
import type { Method } from './session.ts'

/**
 * Whether an invitation sets the password. Only where nobody can sign in yet: an invitation lies in a mailbox
 * for a week, so it never replaces or adds a password of an account that is in use.
 */
export const asksForPassword = (
  account: { passwordHash: string | null },
  memberships: readonly { isOpen: boolean }[],
): boolean => account.passwordHash === null && !memberships.some(({ isOpen }) => isOpen)

/**
 * A session that began with an invitation stays in the company that sent it: the token lay in a mailbox for
 * up to a week, and what it proves is enough for what it was sent for, not for the account's other companies
 * or its password.
 */
export const staysInItsCompany = (method: Method | string): boolean => method === 'invitation'

/** The union of what their roles allow; on which desk, the doors decide. `isAdmin` null: outside every company. */
export function permissionsOf(
  isAdmin: boolean | null,
  isSuperAdmin: boolean,
  deskRoles: string[],
): ReadonlySet<string> {
  const permissions = new Set<Permission>()
  const add = (role: keyof typeof roles) => {
    for (const permission of roles[role].permissions) permissions.add(permission)
  }
  if (isAdmin !== null) add('employee')
  if (deskRoles.length > 0) add('technician')
  if (deskRoles.includes('SUPERVISOR')) add('supervisor')
  if (isAdmin) add('admin')
  if (isSuperAdmin && isAdmin === null) add('super_admin')
  return permissions
}
