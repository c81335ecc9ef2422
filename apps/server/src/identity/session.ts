import type { identity, ReplyIn } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { type Answer, answer } from '../platform/http/answer.ts'
import type { From, Open } from '../platform/http/handle.ts'
import { newId } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import { hashSecret, newSecret } from '../platform/secret.ts'
import { type Account, loadAccount, membershipsOf, noCompany } from './access.ts'
import { accessTokenLife, type Claims } from './accessToken.ts'
import { refreshTokenLife, tokenCookies } from './cookies.ts'
import { deviceOf } from './device.ts'
import { identityOf } from './identity.ts'

/** How somebody proved who they are. */
export type Method = 'password' | 'magic_link' | 'invitation' | 'set_up' | 'switch'

export type Delivery = 'token' | 'cookie'
export type SignedIn = Answer<ReplyIn<typeof identity.login>>

/** However often it is used, a session ends after so many seconds. */
const sessionLife = 30 * 24 * 3600

export type SignIn = {
  accountId: string
  method: Method
  delivery: Delivery
  /** This company alone; otherwise the one used last. */
  companyId?: string
  /** When they proved who they are, where that was not just now. */
  provedAt?: Date | null
  /** The session goes on under another id: not a sign-in. */
  isAgain?: true
}

/**
 * The one end of every way of signing in, and the only maker of sessions: looks whether company, person and
 * membership still let this account in, opens the session with its first refresh token, and answers tokens
 * or cookies. Null when there is nowhere to go in; the caller refuses in its own words.
 */
export async function issueSession(
  platform: Platform,
  from: From,
  { tx, record, enter }: Open,
  { accountId, method, delivery, companyId, provedAt, isAgain }: SignIn,
): Promise<SignedIn | null> {
  const now = clock.now()
  const account = await loadAccount(tx, accountId)
  const memberships = await membershipsOf(tx, accountId)
  const membership = memberships.find((one) => one.isOpen && (companyId ?? one.companyId) === one.companyId)
  const isOutside = account.isSuperAdmin && (companyId ?? noCompany) === noCompany
  if (!membership && !isOutside) return null

  const claims: Claims = {
    accountId,
    sessionId: newId(),
    companyId: membership?.companyId ?? null,
    personId: membership?.personId ?? null,
  }
  if (membership) {
    const { personId, personName } = membership
    await enter(membership, { actorId: personId, actorName: personName, actorKind: 'person' })
    // Waits for whoever blocks this person at the same moment, and gives way to them.
    const seen = await tx.run(
      `update app.people set last_sign_in_at = $2
       where company_id = app.cid() and id = $1 and state = 'ACTIVE' and deleted_at is null`,
      [personId, now],
    )
    if (seen.rowCount === 0) return null
    void tx
      .run('update auth.memberships set last_used_at = $3 where company_id = $1 and account_id = $2', [
        membership.companyId,
        accountId,
        now,
      ])
      .catch(() => undefined)
    record(
      isAgain ? 'session.proved' : 'session.started',
      { type: 'session', id: claims.sessionId, people: [personId] },
      { method, device: deviceOf(from.userAgent), sessionId: claims.sessionId },
    )
  }
  const ends = new Date(now.getTime() + sessionLife * 1000)
  await tx.run(
    `insert into auth.sessions (id, account_id, company_id, person_id, method, device, ip, created_at, last_used_at, expires_at,
       proved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10)`,
    [
      claims.sessionId,
      accountId,
      claims.companyId,
      claims.personId,
      method,
      deviceOf(from.userAgent),
      from.ip,
      now,
      ends,
      provedAt === undefined ? now : provedAt,
    ],
  )
  void tx
    .run(`delete from auth.sessions where account_id = $1 and least(ended_at, expires_at) < $2`, [
      accountId,
      new Date(now.getTime() - sessionLife * 1000),
    ])
    .catch(() => undefined)
  const refreshToken = await newRefreshToken(tx, claims.sessionId, now, ends)
  return handOver(platform, account, membership ?? null, claims, refreshToken, delivery)
}

/** The next link of a session's chain; it ends unused after 14 days, and with its session at the latest. */
export async function newRefreshToken(tx: Tx, sessionId: string, now: Date, ends: Date): Promise<string> {
  const token = newSecret()
  const expires = new Date(Math.min(now.getTime() + refreshTokenLife * 1000, ends.getTime()))
  await tx.run(
    `insert into auth.refresh_tokens (hash, session_id, issued_at, expires_at) values ($1, $2, $3, $4)`,
    [hashSecret('refresh', token), sessionId, now, expires],
  )
  return token
}

/** Tokens in the body for programs, in cookies that no script can read for browsers. */
export async function handOver(
  platform: Platform,
  account: Pick<Account, 'id' | 'email' | 'name' | 'isSuperAdmin'>,
  membership: { companyName: string; personName: string } | null,
  claims: Claims,
  refreshToken: string,
  delivery: Delivery,
): Promise<SignedIn> {
  const accessToken = await identityOf(platform).tokens.sign(claims, clock.now())
  const body = {
    expiresIn: accessTokenLife,
    user: {
      id: claims.personId,
      email: account.email,
      name: membership?.personName ?? account.name,
      companyId: claims.companyId,
      companyName: membership?.companyName ?? null,
      isSuperAdmin: account.isSuperAdmin,
    },
  }
  return delivery === 'token'
    ? answer({ accessToken, refreshToken, ...body }, {})
    : answer(body, { cookies: tokenCookies(platform.config.url, accessToken, refreshToken) })
}

/** Ends these sessions, or all of an account but one. Answers the ids of those that were open. */
export async function endSessions(
  tx: Tx,
  which: { accountId: string; only?: string; except?: string; companyId?: string },
  reason: string,
): Promise<string[]> {
  const ended = await tx.query<{ id: string }>(
    `update auth.sessions set ended_at = $1, end_reason = $2
     where account_id = $3 and ended_at is null and expires_at > $1
       and ($4::uuid is null or id = $4) and ($5::uuid is null or id <> $5) and ($6::uuid is null or company_id = $6)
     returning id`,
    [clock.now(), reason, which.accountId, which.only ?? null, which.except ?? null, which.companyId ?? null],
  )
  return ended.map(({ id }) => id)
}

/** Ends every session in a company. */
export async function endCompanySessions(tx: Tx, companyId: string, reason: string): Promise<void> {
  await tx.run(
    'update auth.sessions set ended_at = $2, end_reason = $3 where company_id = $1 and ended_at is null',
    [companyId, clock.now(), reason],
  )
}
