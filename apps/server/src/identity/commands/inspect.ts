import { identity } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { hashSecret } from '../../platform/secret.ts'
import { Stop } from '../../platform/stop.ts'
import { loadAccount, membershipsOf } from '../access.ts'
import { isAskedHere } from '../askedHere.ts'
import { isUsable, type OneTimeToken, type Purpose, tokenColumns } from '../oneTimeTokens.ts'
import { asksForPassword } from '../rules.ts'
import { words } from '../words.ts'
import { invitedTo } from './acceptInvitation.ts'

const purposes: Purpose[] = ['sign_in', 'invitation', 'password_reset']

/** What a mailed token would do. Changes nothing, so that the page can say it before the button is pressed. */
export const inspect = handleOutside(
  identity.inspect,
  ({ platform, from, body, open }) =>
    open(async ({ tx }) => {
      const [token] = await tx.query<OneTimeToken>(
        `select ${tokenColumns} from auth.one_time_tokens where hash = any ($1) and expires_at > $2 and ${isUsable}`,
        [purposes.map((purpose) => hashSecret(purpose, body.token)), clock.now()],
      )
      if (!token) throw new Stop('gone', words.gone)
      const [account, memberships] = await Promise.all([
        loadAccount(tx, token.accountId),
        membershipsOf(tx, token.accountId),
      ])
      const home =
        token.purpose === 'invitation' ? await invitedTo(tx, token) : memberships.find(({ isOpen }) => isOpen)
      if (!home) throw new Stop('gone', token.purpose === 'invitation' ? words.goneInvitation : words.gone)
      return {
        purpose: token.purpose,
        email: account.email,
        name: home.personName,
        companyName: home.companyName,
        worksHere: token.purpose !== 'sign_in' || isAskedHere(token, from, platform.config.url),
        needsPassword:
          token.purpose === 'password_reset' ||
          (token.purpose === 'invitation' && asksForPassword(account, memberships)),
      }
    }),
  { door: 'auth' },
)
