import { openAccessTokens } from '../apps/server/src/identity/accessToken.ts'
import { newId } from '../apps/server/src/platform/ids.ts'
import type { Company, Person } from './fill/companies.ts'
import type { Installation } from './installation.ts'

/** A bearer token of a session that is in the database. */
export type Token = string

/** Signs in these people of a company, without their passwords: one session and one token each. */
export async function signIn(
  { pools, secret }: Installation,
  company: Pick<Company, 'id'>,
  people: readonly Person[],
): Promise<Token[]> {
  const sessions = people.map((person) => ({ ...person, sessionId: newId() }))
  await pools.auth.query(
    `insert into auth.sessions (id, account_id, company_id, person_id, method, device, expires_at)
     select s.id, s.account, $3, s.person, 'password', 'Benchmark', now() + interval '1 day'
     from unnest($1::uuid[], $2::uuid[], $4::uuid[]) as s (id, account, person)`,
    [
      sessions.map(({ sessionId }) => sessionId),
      sessions.map(({ accountId }) => accountId),
      company.id,
      sessions.map(({ id }) => id),
    ],
  )
  const tokens = openAccessTokens(secret)
  const now = new Date()
  return Promise.all(
    sessions.map(({ id, accountId, sessionId }) =>
      tokens.sign({ accountId, sessionId, companyId: company.id, personId: id }, now),
    ),
  )
}
