import { identity, proofs } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { loadAccount, membershipsOf } from '../access.ts'
import { countTry, forgiveTries, passwordTries } from '../attempts.ts'
import { identityOf } from '../identity.ts'
import { endTokens } from '../oneTimeTokens.ts'
import { refuseWeak } from '../passwordRule.ts'
import { checkPassword, hashPassword } from '../passwords.ts'
import { staysInItsCompany } from '../rules.ts'
import { endSessions } from '../session.ts'
import { setPassword } from '../setPassword.ts'
import { words } from '../words.ts'

/** Needs the current password where there is one, and counts wrong ones as sign-in does. */
export const changePassword = handleOutside(
  identity.changePassword,
  async ({ platform, actor, body, from, open }) => {
    if (!actor) throw new Stop('not_signed_in', words.sessionOver)
    const { accountId, sessionId } = actor
    const { account, memberships, method } = await open(async ({ tx }) => {
      const [account, memberships, [session]] = await Promise.all([
        loadAccount(tx, accountId),
        membershipsOf(tx, accountId),
        tx.query<{ method: string }>('select method from auth.sessions where id = $1', [sessionId]),
      ])
      return { account, memberships, method: session?.method ?? '' }
    })
    if (account.passwordHash === null && staysInItsCompany(method)) {
      throw new Stop('step_up_required', words.signInAgain, { maxAge: proofs.rights })
    }
    const tries = passwordTries(account.email, from.ip)
    if (account.passwordHash !== null) {
      const tooMany = await open(({ tx }) => countTry(tx, tries))
      if (tooMany) throw tooMany
      if (!(await checkPassword(body.currentPassword ?? '', account.passwordHash)))
        throw refuseField('currentPassword', words.wrongCurrent)
    }
    const names = memberships.flatMap(({ companyName, personName }) => [companyName, personName])
    refuseWeak('newPassword', body.newPassword, [account.email, account.name, ...names])
    const passwordHash = await hashPassword(body.newPassword)

    const ended = await open(async (inside) => {
      const { tx } = inside
      if (account.passwordHash !== null) await forgiveTries(tx, tries)
      await endTokens(tx, accountId, ['password_reset', 'sign_in'])
      const ended = await endSessions(tx, { accountId, except: sessionId }, 'password_changed')
      const home = memberships.find(({ companyId }) => companyId === actor.companyId)
      if (home) await setPassword(platform, inside, { account, home, passwordHash })
      else {
        // A super admin outside every company: there is no log and no out tray to write in.
        await tx.run('update auth.accounts set password_hash = $2, password_set_at = $3 where id = $1', [
          accountId,
          passwordHash,
          clock.now(),
        ])
      }
      return ended
    })
    for (const one of ended) identityOf(platform).actors.forgetSession(one)
    return {}
  },
  { door: 'auth' },
)
