import { timingSafeEqual } from 'node:crypto'
import { identity } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { hashSecret } from '../../platform/secret.ts'
import { Stop } from '../../platform/stop.ts'
import { isAskedHere } from '../askedHere.ts'
import { codeTries, countTry, forgiveTries } from '../attempts.ts'
import { refuseForeignCookie } from '../authenticate.ts'
import { codesPerMail, endTokens, hashCode, loadToken } from '../oneTimeTokens.ts'
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

type Flow = { id: string; accountId: string | null; codeHash: Buffer; tries: number }

/** Whose code it is. A wrong one counts although it is refused. */
async function readCode(tx: Tx, flow: string, code: string): Promise<string> {
  const [found] = await tx.query<Flow>(
    `select id, account_id as "accountId", code_hash as "codeHash", tries from auth.one_time_tokens
     where flow_hash = $1 and used_at is null and expires_at > $2 and tries < $3 for update`,
    [hashSecret('flow', flow), clock.now(), codesPerMail],
  )
  if (!found) throw new Stop('gone', words.goneCode)
  const isRight = timingSafeEqual(found.codeHash, hashCode(flow, code))
  const tries = found.accountId ? codeTries(found.accountId) : []
  if (await countTry(tx, tries)) throw new Stop('gone', words.goneCode, { keep: true })
  if (isRight && found.accountId) {
    await forgiveTries(tx, tries)
    return found.accountId
  }
  await tx.run('update auth.one_time_tokens set tries = tries + 1 where id = $1', [found.id])
  throw new Stop('not_signed_in', words.wrongCode, { keep: true })
}
