import { people } from '@deskhand/contract'
import { identityOf } from '../../identity/identity.ts'
import { endSessions as end } from '../../identity/session.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadPerson } from '../access.ts'

/** Signs somebody out of this company; they may come in again, unless they are blocked besides. */
export const endSessions = handle(
  people.endSessions,
  async (inside) => {
    const { platform, tx, actor, params, record, afterCommit } = inside
    const { id, accountId } = await loadPerson(inside, params.id, { removed: true })
    const which = { accountId, companyId: actor.companyId, except: actor.sessionId }
    const sessionIds = await end(tx, which, 'ended_by_admin')
    const [first] = sessionIds
    if (!first) return answer({ ended: 0 }, { unchanged: true })
    record('session.ended', { type: 'session', id: first, people: [id] }, { sessionIds })
    afterCommit(() => {
      for (const one of sessionIds) identityOf(platform).actors.forgetSession(one)
    })
    return { ended: sessionIds.length }
  },
  { door: 'auth' },
)
