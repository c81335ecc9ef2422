import type { Grant } from '@deskhand/contract'
import type { z } from 'zod'
import { refuseField } from '../platform/stop.ts'
import { words } from './words.ts'

export type GrantOf = z.output<typeof Grant>

/** Refuses grants that make no sense; `desks` are the ids of the company's. */
export function checkGrants(grants: readonly GrantOf[], desks: ReadonlySet<string>): void {
  const seen = new Set<string | null>()
  for (const { role, serviceDeskId } of grants) {
    if (role === 'admin' && serviceDeskId !== null) throw refuseField('roles', words.adminHasNoDesk)
    if (role !== 'admin' && serviceDeskId === null) throw refuseField('roles', words.needsDesk)
    if (serviceDeskId !== null && !desks.has(serviceDeskId)) throw refuseField('roles', words.noSuchDesk)
    if (seen.has(serviceDeskId)) throw refuseField('roles', words.oncePerDesk)
    seen.add(serviceDeskId)
  }
}

/** The company's role first, then by desk, as `grants` answers them. */
export const inOrder = (grants: readonly GrantOf[]): GrantOf[] =>
  [...grants].sort((one, other) => (one.serviceDeskId ?? '').localeCompare(other.serviceDeskId ?? ''))

/** Where somebody stands again who is unblocked: who never signed in still has an invitation to accept. */
export const stateAfterBlock = (lastSignInAt: Date | null): 'INVITED' | 'ACTIVE' =>
  lastSignInAt === null ? 'INVITED' : 'ACTIVE'
