import { identity } from '@deskhand/contract'
import { writeMailSettings } from '../../companies/access.ts'
import { createCompany } from '../../companies/commands/createCompany.ts'
import { slugOf } from '../../companies/slug.ts'
import { locks } from '../../platform/db/locks.ts'
import { answer } from '../../platform/http/answer.ts'
import { handleOutside } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { isSetUpToken, needsSetUp } from '../access.ts'
import { countTry, setUpTries } from '../attempts.ts'
import { refuseForeignCookie } from '../authenticate.ts'
import { refuseWeak } from '../passwordRule.ts'
import { hashPassword } from '../passwords.ts'
import { issueSession } from '../session.ts'
import { words } from '../words.ts'

/** The first company of an installation, by whoever can read its log. Its admin also runs the installation. */
export const register = handleOutside(
  identity.register,
  async ({ platform, from, body, open, request }) => {
    refuseForeignCookie(request, platform.config.url, body.delivery)
    const { company, admin, mail } = body
    const tooMany = await open(async ({ tx }) => {
      if (!(await needsSetUp(tx))) throw new Stop('conflict', words.isSetUp)
      return countTry(tx, setUpTries(from.ip))
    })
    if (tooMany) throw tooMany
    if (!isSetUpToken(platform, body.setUpToken)) throw new Stop('forbidden', words.wrongSetUpToken)
    refuseWeak('admin/password', admin.password, [company.name, admin.firstName, admin.lastName, admin.email])
    const passwordHash = await hashPassword(admin.password)

    return open(async (inside) => {
      const { tx } = inside
      // Two who set up at once: the second waits for the first and finds a company.
      await tx.query('select pg_advisory_xact_lock($1)', [locks.setUp])
      if (!(await needsSetUp(tx))) throw new Stop('conflict', words.isSetUp)
      const { accountId, companyId } = await createCompany(
        inside,
        { ...company, slug: slugOf(company.name) },
        { ...admin, passwordHash, isSuperAdmin: true },
        { actorId: null, actorName: `${admin.firstName} ${admin.lastName}`, actorKind: 'platform' },
      )
      if (mail) await writeMailSettings(platform, tx, mail)
      const signedIn = await issueSession(platform, from, inside, {
        accountId,
        method: 'set_up',
        companyId,
        delivery: body.delivery,
      })
      if (!signedIn) throw new Error('The first admin cannot sign in.')
      return answer(signedIn.body, { ...signedIn.extra, location: '/users/me' })
    })
  },
  { door: 'auth' },
)
