import { identity } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { isAskedHere } from '../askedHere.ts'
import { refuseForeignCookie } from '../authenticate.ts'
import { endTokens, loadToken } from '../oneTimeTokens.ts'
import { readCode } from '../readCode.ts'
import { issueSession } from '../session.ts'
import { words } from '../words.ts'

/**
 * Uses the link up, by its token where it was asked for, or by the code of its mail; both end together. Only this
 * POST does; opening the page does nothing.
 */
export const verifyMagicLink = handleOutside(
  identity.verifyMagicLink,
  async ({ platform, from, body, open, request }) => {
    refuseForeignCookie(request, platform.config.url, body.delivery)
    const readLink = async (tx: Tx, secret: string): Promise<string> => {
      const token = await loadToken(tx, 'sign_in', secret)
      if (isAskedHere(token, from, platform.config.url, body.flow)) return token.accountId
      throw new Stop('forbidden', words.askedElsewhere)
    }
    return open(async (inside) => {
      const { tx } = inside
      const accountId = body.token
        ? await readLink(tx, body.token)
        : await readCode(tx, body.flow ?? '', body.code ?? '')
      await endTokens(tx, accountId, ['sign_in'])
      const signedIn = await issueSession(platform, from, inside, {
        accountId,
        method: 'magic_link',
        delivery: body.delivery,
      })
      if (!signedIn) throw new Stop('gone', words.gone)
      return signedIn
    })
  },
  { door: 'auth' },
)
