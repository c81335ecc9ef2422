import { identity } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import { findAccount, membershipsOf } from '../access.ts'
import { countTry, mailTries } from '../attempts.ts'
import { makeToken, tokenLife } from '../oneTimeTokens.ts'
import { untilNextStep } from '../sameTime.ts'
import { words } from '../words.ts'

/** The same answer after the same time for every address; a mail only to one that may sign in. */
export const forgotPassword = handleOutside(
  identity.forgotPassword,
  async ({ platform, from, body, open }) => {
    const startedAt = performance.now()
    const tooMany = await open(async (inside) => {
      const { tx, enter } = inside
      const tooMany = await countTry(tx, mailTries(body.email, from.ip))
      if (tooMany) return tooMany
      const account = await findAccount(tx, body.email)
      const home = account && (await membershipsOf(tx, account.id)).find(({ isOpen }) => isOpen)
      const { id, token } = await makeToken(tx, {
        purpose: 'password_reset',
        accountId: home ? account.id : null,
      })
      if (!home) return null
      await enter(home, { actorId: null, actorName: null, actorKind: 'system' })
      await queueMail(platform, inside, {
        kind: 'password_reset',
        cause: `token:${id}`,
        to: account.email,
        personId: home.personId,
        subject: words.mails.passwordReset(home.companyName),
        data: { name: home.personName, company: home.companyName, minutes: tokenLife.password_reset / 60 },
        secrets: { link: `${platform.config.url}/reset#token=${token}` },
      })
      return null
    })
    await untilNextStep(startedAt)
    if (tooMany) throw tooMany
    return {}
  },
  { door: 'auth' },
)
