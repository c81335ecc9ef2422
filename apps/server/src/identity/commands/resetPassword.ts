import { identity } from '@deskhand/contract'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadAccount, membershipsOf } from '../access.ts'
import { forgivePasswordTries } from '../attempts.ts'
import { identityOf } from '../identity.ts'
import { endTokens, loadToken } from '../oneTimeTokens.ts'
import { refuseWeak } from '../passwordRule.ts'
import { hashPassword } from '../passwords.ts'
import { endSessions } from '../session.ts'
import { setPassword } from '../setPassword.ts'
import { words } from '../words.ts'

/** A new password by the mailed token; whoever was signed in with the old one is not any more. */
export const resetPassword = handleOutside(
  identity.resetPassword,
  async ({ platform, body, open, from }) => {
    await open(async ({ tx }) => {
      const { accountId } = await loadToken(tx, 'password_reset', body.token)
      const [account, memberships] = await Promise.all([
        loadAccount(tx, accountId),
        membershipsOf(tx, accountId),
      ])
      const names = memberships.flatMap(({ companyName, personName }) => [companyName, personName])
      refuseWeak('password', body.password, [account.email, ...names])
    })
    const passwordHash = await hashPassword(body.password)
    await open(async (inside) => {
      const { tx } = inside
      const { accountId } = await loadToken(tx, 'password_reset', body.token)
      const [account, memberships] = await Promise.all([
        loadAccount(tx, accountId),
        membershipsOf(tx, accountId),
      ])
      const home = memberships.find(({ isOpen }) => isOpen)
      if (!home) throw new Stop('gone', words.gone)
      await endTokens(tx, accountId, ['password_reset', 'sign_in'])
      const ended = await endSessions(tx, { accountId }, 'password_reset')
      await forgivePasswordTries(tx, account.email, from.ip)
      await setPassword(platform, inside, { account, home, passwordHash })
      for (const sessionId of ended) identityOf(platform).actors.forgetSession(sessionId)
    })
    return {}
  },
  { door: 'auth' },
)
