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
}
