import { identity } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import { newSecret } from '../../platform/secret.ts'
import { findAccount, membershipsOf } from '../access.ts'
import { hashNonce, nonceCookie, nonceOf } from '../askedHere.ts'
import { countTry, mailTries } from '../attempts.ts'
import { makeToken, tokenLife } from '../oneTimeTokens.ts'
import { untilNextStep } from '../sameTime.ts'
import { words } from '../words.ts'

/**
 * Answers the same, after the same time, whoever asks: an address that nobody has gets a flow as well, whose
 * codes are counted like any other's and never fit. The cookie makes the link this browser's own.
 */
export const magicLink = handleOutside(
  identity.magicLink,
  async ({ platform, from, body, open }) => {
    const startedAt = performance.now()
    const flow = newSecret()
    const nonce = nonceOf(from, platform.config.url)
    const tooMany = await open(async (inside) => {
      const { tx, enter } = inside
      const tooMany = await countTry(tx, mailTries(body.email, from.ip))
      if (tooMany) return tooMany
      const account = await findAccount(tx, body.email)
      const home = account && (await membershipsOf(tx, account.id)).find(({ isOpen }) => isOpen)
      const { id, token, code } = await makeToken(tx, {
        purpose: 'sign_in',
        accountId: home ? account.id : null,
        flow,
        browser: hashNonce(nonce),
      })
      if (!home) return null
      await enter(home, { actorId: null, actorName: null, actorKind: 'system' })
      await queueMail(platform, inside, {
        kind: 'magic_link',
        cause: `token:${id}`,
        to: account.email,
        personId: home.personId,
        subject: words.mails.magicLink(home.companyName),
        data: { name: home.personName, company: home.companyName, minutes: tokenLife.sign_in / 60 },
        secrets: { link: `${platform.config.url}/magic#token=${token}`, code },
      })
      return null
    })
    await untilNextStep(startedAt)
    if (tooMany) throw tooMany
    return answer(
      { flow, expiresIn: tokenLife.sign_in },
      { cookies: [nonceCookie(platform.config.url, nonce)] },
    )
  },
  { door: 'auth' },
)
