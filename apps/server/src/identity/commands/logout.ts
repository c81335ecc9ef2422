import { identity } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { noCompany } from '../access.ts'
import { noCookies } from '../cookies.ts'
import { identityOf } from '../identity.ts'
import { endSessions } from '../session.ts'

export const logout = handle(
  identity.logout,
  async ({ platform, tx, actor, record, afterCommit }) => {
    const sessionIds = await endSessions(
      tx,
      { accountId: actor.accountId, only: actor.sessionId },
      'signed_out',
    )
    // A super admin outside every company has no log to write in.
    const isLogged = actor.companyId !== noCompany && sessionIds.length > 0
    if (isLogged) {
      record('session.ended', { type: 'session', id: actor.sessionId, people: [actor.id] }, { sessionIds })
    }
    afterCommit(() => identityOf(platform).actors.forgetSession(actor.sessionId))
    return answer({}, { cookies: noCookies(platform.config.url), unchanged: !isLogged })
  },
  { door: 'auth' },
)
