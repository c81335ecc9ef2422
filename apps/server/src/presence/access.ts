import type { Actor } from '../platform/actor.ts'
import type { RequestRecord } from '../requests/access.ts'

/** A request as the board of presence knows it. */
export const spotOf = ({ companyId, id, serviceDeskId, isConfidential }: RequestRecord) => ({
  companyId,
  requestId: id,
  deskId: serviceDeskId,
  isConfidential,
})

/** By which way somebody is at a request who has no socket. */
export const wayOf = ({ sessionId }: Pick<Actor, 'sessionId'>) => `session ${sessionId}`
