import { mail } from '@deskhand/contract'
import { isSetUpToken, needsSetUp } from '../../identity/access.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { readSmtpUrl } from '../rules.ts'
import { deliverOnce } from '../transport.ts'
import { words } from '../words.ts'

/** During the first set-up: shows that a mail server takes mail, before it is kept. */
export const sendTest = handleOutside(
  mail.test,
  async ({ open, platform, body }) => {
    const { setUpToken, smtpUrl, from, to } = body
    if (!(await open(({ tx }) => needsSetUp(tx)))) throw new Stop('conflict', words.isSetUp)
    if (!isSetUpToken(platform, setUpToken)) throw new Stop('forbidden', words.wrongSetUpToken)
    const smtp = readSmtpUrl(smtpUrl)
    if (!smtp) throw refuseField('smtpUrl', words.badUrl)
    try {
      await deliverOnce({ smtpUrl, from }, { to, ...words.test })
    } catch (error) {
      const said = error instanceof Error ? error.message.slice(0, 300) : 'no answer'
      // Who answered has refused the mail; from whom nothing comes, it may come later.
      const hasAnswered = error instanceof Error && 'responseCode' in error
      throw hasAnswered
        ? new Stop('upstream', words.notTaken(smtp.host, said))
        : new Stop('unavailable', words.notTaken(smtp.host, said), { retryAfter: 30 })
    }
    return {}
  },
  { door: 'auth' },
)
