import type { Actor } from '../../platform/actor.ts'

/** No person has it (RFC 9562 §5.9). */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Deskhand itself at a desk, for rules: it may what who leads the desk may, by the same commands, and nothing more. So
 * it cannot approve, and what the table forbids is refused to it in the same words.
 */
export const asDeskhand = (companyId: string, deskId: string): Actor => ({
  accountId: nobody,
  sessionId: nobody,
  companyId,
  id: nobody,
  name: 'Deskhand',
  isAdmin: false,
  isSuperAdmin: false,
  desks: new Map([[deskId, 'SUPERVISOR']]),
  permissions: new Set(['requests.read_all']),
  isDeskhand: true,
})
