import { identity, proofs } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { refuseForeignCookie } from '../authenticate.ts'
import { identityOf } from '../identity.ts'
import { staysInItsCompany } from '../rules.ts'
import { endSessions, issueSession } from '../session.ts'
import { words } from '../words.ts'

/** A new session in the other company; the one that asked ends, so that no token stands for two companies. */
export const switchCompany = handleOutside(
  identity.switchCompany,
  async ({ platform, actor, body, from, open, request }) => {
    if (!actor) throw new Stop('not_signed_in', words.sessionOver)
    refuseForeignCookie(request, platform.config.url, body.delivery)
    const signedIn = await open(async (inside) => {
      const { tx } = inside
      const [session] = await tx.query<{ method: string; provedAt: Date | null }>(
        'select method, proved_at as "provedAt" from auth.sessions where id = $1 and ended_at is null for update',
        [actor.sessionId],
      )
      if (!session) throw new Stop('not_signed_in', words.sessionOver)
      if (staysInItsCompany(session.method))
        throw new Stop('step_up_required', words.signInAgain, { maxAge: proofs.rights })
      await endSessions(tx, { accountId: actor.accountId, only: actor.sessionId }, 'switched_company')
      const signedIn = await issueSession(platform, from, inside, {
        accountId: actor.accountId,
        method: 'switch',
        companyId: body.companyId,
        provedAt: session.provedAt,
        delivery: body.delivery,
      })
      if (!signedIn) throw new Stop('not_found', words.noCompany)
      return signedIn
    })
    identityOf(platform).actors.forgetSession(actor.sessionId)
    return signedIn
  },
  { door: 'auth' },
)
