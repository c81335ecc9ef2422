import type { Actor } from '../actor.ts'

/** A request that somebody may see now. */
export type Sight = { id: string; ref: string; deskId: string; isConfidential: boolean; isStaff: boolean }

/** What the sockets must ask the records and the sign-ins, answered by those who own them. */
export type Doors = {
  /** Those of these requests, by id or reference number, that the person may see now. */
  seesRequests: (actor: Actor, idsOrRefs: readonly string[]) => Promise<readonly Sight[]>
  /** Those of these desks, by code, on which the person works. */
  worksOn: (actor: Actor, codes: readonly string[]) => Promise<readonly { id: string; code: string }[]>
  /** Names of people of this company. */
  namesOf: (
    companyId: string,
    personIds: readonly string[],
  ) => Promise<readonly { id: string; name: string }[]>
  /** The actors as they are now, by `seatOf`; whose session, person or company has ended is not there. */
  stillSignedIn: (actors: readonly Actor[]) => Promise<ReadonlyMap<string, Actor>>
}

/** One session in one company. */
export const seatOf = ({ sessionId, companyId }: Pick<Actor, 'sessionId' | 'companyId'>): string =>
  `${sessionId} ${companyId}`
