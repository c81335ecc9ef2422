import type { Route } from './kit.ts'
import { roles } from './roles.ts'

/** How long a password or a mailed code holds, in seconds. */
export const proofs = {
  /** For what only an admin, or whoever runs the installation, may change. */
  admin: 24 * 3600,
  /** For who gets in and what they may do there. */
  rights: 15 * 60,
} as const

const everyday: ReadonlySet<string> = new Set(roles.supervisor.permissions)
const isAdmins = (may: string) =>
  !everyday.has(may) &&
  [roles.admin, roles.super_admin].some(({ permissions }) => permissions.some((one) => one === may))

/** How fresh a proof this route asks for, in seconds; null where being signed in is enough. */
export function proofFor({
  kind,
  may,
  provedWithin,
}: Pick<Route, 'kind' | 'may' | 'provedWithin'>): number | null {
  if (provedWithin !== undefined) return provedWithin
  return kind === 'command' && isAdmins(may) ? proofs.admin : null
}
