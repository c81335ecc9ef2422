/** Who asks: a person of one company, signed in with one session. */
export type Actor = {
  accountId: string
  sessionId: string
  companyId: string
  /** The person, not the account. */
  id: string
  name: string
  isAdmin: boolean
  isSuperAdmin: boolean
  desks: ReadonlyMap<string, 'TECHNICIAN' | 'SUPERVISOR'>
  permissions: ReadonlySet<string>
  /**
   * Works at some desk for parts of the company only, so that not every request of it is theirs to hear of. For the
   * sockets; everywhere else the database narrows by itself, so that who acts without a session need not know.
   */
  isNarrowed?: boolean
  /** When they last proved who they are; null where they never did, or no session stands behind it. */
  provedAt?: Date | null
  /** Deskhand itself, with the rights of who leads a desk; no person has its id. */
  isDeskhand?: true
}

/** Who did it, where that is a person. */
export const personOf = ({ id, isDeskhand }: Pick<Actor, 'id' | 'isDeskhand'>): string | null =>
  isDeskhand ? null : id
