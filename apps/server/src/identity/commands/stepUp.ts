import { type BodyOf, identity } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { handleOutside, type Outside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { refuseForeignCookie } from '../authenticate.ts'
import { identityOf } from '../identity.ts'
import { endTokens } from '../oneTimeTokens.ts'
import { readCode } from '../readCode.ts'
import { endSessions, issueSession, type Method } from '../session.ts'
import { words } from '../words.ts'
import { confirmPassword } from './confirmPassword.ts'

type Asked = Outside<typeof identity.stepUp> & { actor: Actor }

/**
 * The session goes on under a new id, and the old one ends: a token that somebody copied before gets nothing of the
 * proof.
 */
export const stepUp = handleOutside(
  identity.stepUp,
  async (outside) => {
    const { platform, actor, body, from, open, request } = outside
    if (!actor) throw new Stop('not_signed_in', words.sessionOver)
    refuseForeignCookie(request, platform.config.url, body.delivery)
    const method = await prove({ ...outside, actor }, body)
    const signedIn = await open(async (inside) => {
      const { tx } = inside
      const only = actor.sessionId
      const ended = await endSessions(tx, { accountId: actor.accountId, only }, 'proved_again')
      if (ended.length === 0) throw new Stop('not_signed_in', words.sessionOver)
      const signedIn = await issueSession(platform, from, inside, {
        accountId: actor.accountId,
        method,
        companyId: actor.companyId,
        delivery: body.delivery,
        isAgain: true,
      })
      if (!signedIn) throw new Stop('not_signed_in', words.sessionOver)
      return signedIn
    })
    identityOf(platform).actors.forgetSession(actor.sessionId)
    return signedIn
  },
  { door: 'auth' },
)

/** How they proved it. A wrong password or code belongs to its field: the session is none the worse. */
async function prove(
  { platform, actor, from, open }: Asked,
  body: BodyOf<typeof identity.stepUp>,
): Promise<Method> {
  if (body.password) {
    const isRight = await confirmPassword(platform, actor, body.password, from.ip)
    if (!isRight) throw refuseField('password', isRight === null ? words.noPassword : words.wrongCurrent)
    return 'password'
  }
  await open(async ({ tx }) => {
    const accountId = await readCode(tx, body.flow ?? '', body.code ?? '').catch((refused: unknown) => {
      throw refused instanceof Stop && refused.code === 'not_signed_in' ? wrongCode() : refused
    })
    if (accountId !== actor.accountId) throw wrongCode()
    await endTokens(tx, accountId, ['sign_in'])
  })
  return 'magic_link'
}

const wrongCode = () =>
  new Stop('rule', words.wrongCode, { keep: true, errors: [{ pointer: '/code', message: words.wrongCode }] })
