import { identity } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { noCompany } from '../access.ts'
import { noCookies } from '../cookies.ts'
import { identityOf } from '../identity.ts'
import { endSessions } from '../session.ts'
import { words } from '../words.ts'

export const endSession = handle(
  identity.endSession,
  async ({ platform, tx, actor, params, record, afterCommit }) => {
    const only = params.id.toLowerCase()
    const sessionIds = isUuid(only)
      ? await endSessions(tx, { accountId: actor.accountId, only }, 'ended_by_owner')
      : []
    if (sessionIds.length === 0) throw new Stop('not_found', words.noSession)
    const isLogged = actor.companyId !== noCompany
    if (isLogged) record('session.ended', { type: 'session', id: only, people: [actor.id] }, { sessionIds })
    afterCommit(() => identityOf(platform).actors.forgetSession(only))
    const cookies = only === actor.sessionId ? noCookies(platform.config.url) : []
    return answer({}, { cookies, unchanged: !isLogged })
  },
  { door: 'auth' },
)
