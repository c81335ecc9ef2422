import { identity } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { findAccount } from '../access.ts'
import { countEach, forgiveTries, passwordTries, refusalOf } from '../attempts.ts'
import { refuseForeignCookie } from '../authenticate.ts'
import { checkPassword } from '../passwords.ts'
import { untilNextStep } from '../sameTime.ts'
import { issueSession } from '../session.ts'
import { warnOwner } from '../warnOwner.ts'
import { words } from '../words.ts'

/** The password is checked outside of any transaction: it takes tens of milliseconds on purpose. */
export const login = handleOutside(
  identity.login,
  async ({ platform, from, body, open, request }) => {
    refuseForeignCookie(request, platform.config.url, body.delivery)
    const startedAt = performance.now()
    const tries = passwordTries(body.email, from.ip)
    const [usedUp, account] = await open(({ tx }) =>
      Promise.all([countEach(tx, tries), findAccount(tx, body.email)]),
    )
    const tooMany = refusalOf(usedUp)
    if (tooMany) {
      if (usedUp.some(({ isOfAddress }) => isOfAddress)) {
        await open((inside) => warnOwner(platform, inside, body.email, account))
      }
      // Whoever guesses shall not learn from the time that there was somebody to tell.
      await untilNextStep(startedAt)
      throw tooMany
    }
    const isRight = await checkPassword(body.password, account?.passwordHash ?? null)
    if (!account || !isRight) throw new Stop('not_signed_in', words.refused)
    return open(async (inside) => {
      const signedIn = await issueSession(platform, from, inside, {
        accountId: account.id,
        method: 'password',
        delivery: body.delivery,
      })
      // Blocked, invited, suspended: the same words, and the try stays counted.
      if (!signedIn) throw new Stop('not_signed_in', words.refused)
      await forgiveTries(inside.tx, tries)
      return signedIn
    })
  },
  { door: 'auth' },
)
