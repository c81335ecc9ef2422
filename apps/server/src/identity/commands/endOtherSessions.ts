import { identity } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { noCompany } from '../access.ts'
import { identityOf } from '../identity.ts'
import { endSessions } from '../session.ts'

export const endOtherSessions = handle(
  identity.endOtherSessions,
  async ({ platform, tx, actor, record, afterCommit }) => {
    const { accountId, sessionId } = actor
    const sessionIds = await endSessions(tx, { accountId, except: sessionId }, 'ended_by_owner')
    const isLogged = actor.companyId !== noCompany && sessionIds.length > 0
    if (isLogged) {
      record('session.ended', { type: 'session', id: sessionId, people: [actor.id] }, { sessionIds })
    }
    afterCommit(() => {
      for (const one of sessionIds) identityOf(platform).actors.forgetSession(one)
    })
    return answer({ ended: sessionIds.length }, { unchanged: !isLogged })
  },
  { door: 'auth' },
)
