import { identity } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handleOutside, type Open } from '../../platform/http/handle.ts'
import type { Platform } from '../../platform/platform.ts'
import { hashSecret } from '../../platform/secret.ts'
import { Stop } from '../../platform/stop.ts'
import { loadAccount, membershipsOf } from '../access.ts'
import { refuseForeign } from '../authenticate.ts'
import { cookieNames } from '../cookies.ts'
import { identityOf } from '../identity.ts'
import { endSessions, handOver, newRefreshToken, type SignedIn } from '../session.ts'
import { words } from '../words.ts'

/** How long two tabs that ask at once may both mean well. */
const graceMilliseconds = 2_000

type Link = {
  sessionId: string
  accountId: string
  companyId: string | null
  personId: string | null
  usedAt: Date | null
  isOpen: boolean
  /** It ended because it goes on under another id. */
  wentOnAt: Date | null
  sessionEnds: Date
}

// Locks both rows: of many that come with the same token one goes first, the others find it used.
const findLink = `
  select s.id as "sessionId", s.account_id as "accountId", s.company_id as "companyId", s.person_id as "personId",
    t.used_at as "usedAt", s.expires_at as "sessionEnds",
    case when s.end_reason = 'proved_again' then s.ended_at end as "wentOnAt",
    s.ended_at is null and s.expires_at > $2 and t.expires_at > $2 as "isOpen"
  from auth.refresh_tokens t join auth.sessions s on s.id = t.session_id
  where t.hash = $1 for update`

export const refresh = handleOutside(
  identity.refresh,
  async ({ platform, from, body, open, request }) => {
    const cookie = from.cookies[cookieNames(platform.config.url).refresh]
    const token = body.refreshToken ?? cookie
    if (!token) throw new Stop('not_signed_in', words.sessionOver)
    if (!body.refreshToken) refuseForeign(request, platform.config.url)
    const delivery = body.delivery ?? (body.refreshToken ? 'token' : 'cookie')
    if (delivery === 'cookie') refuseForeign(request, platform.config.url)

    // A refusal is answered after the commit: that of a stolen token ends the session.
    const outcome = await open(async (inside): Promise<SignedIn | Stop> => {
      const { tx } = inside
      const now = clock.now()
      const hash = hashSecret('refresh', token)
      const [link] = await tx.query<Link>(findLink, [hash, now])
      const isJustNow = (at: Date) => now.getTime() - at.getTime() <= graceMilliseconds
      if (link?.wentOnAt && isJustNow(link.wentOnAt)) return new Stop('race', words.race)
      if (!link?.isOpen) return new Stop('not_signed_in', words.sessionOver)
      if (link.usedAt) {
        if (isJustNow(link.usedAt)) return new Stop('race', words.race)
        return end(platform, inside, link, 'refresh_token_reused')
      }
      const [account, memberships] = await Promise.all([
        loadAccount(tx, link.accountId),
        membershipsOf(tx, link.accountId),
      ])
      const membership = memberships.find((one) => one.isOpen && one.companyId === link.companyId) ?? null
      if (!membership && !(link.companyId === null && account.isSuperAdmin)) {
        return end(platform, inside, link, 'no_longer_a_member')
      }
      void tx
        .run('update auth.refresh_tokens set used_at = $2 where hash = $1', [hash, now])
        .catch(() => undefined)
      void tx
        .run('update auth.sessions set last_used_at = $2, ip = $3 where id = $1', [
          link.sessionId,
          now,
          from.ip,
        ])
        .catch(() => undefined)
      const successor = await newRefreshToken(tx, link.sessionId, now, link.sessionEnds)
      const { sessionId, accountId, companyId, personId } = link
      return handOver(
        platform,
        account,
        membership,
        { sessionId, accountId, companyId, personId },
        successor,
        delivery,
      )
    })
    if (outcome instanceof Stop) throw outcome
    return outcome
  },
  { door: 'auth' },
)

/** Whoever holds a token that was used before, or of somebody who has left, ends the whole chain. */
async function end(
  platform: Platform,
  { tx, enter, record }: Open,
  link: Link,
  reason: string,
): Promise<Stop> {
  const sessionIds = await endSessions(tx, { accountId: link.accountId, only: link.sessionId }, reason)
  if (link.companyId && link.personId) {
    const { companyId, personId } = link
    await enter({ companyId, personId }, { actorId: null, actorName: null, actorKind: 'system' })
    record('session.ended', { type: 'session', id: link.sessionId, people: [personId] }, { sessionIds })
  }
  identityOf(platform).actors.forgetSession(link.sessionId)
  return new Stop('not_signed_in', words.sessionOver)
}
