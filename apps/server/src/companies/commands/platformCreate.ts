import { companies } from '@deskhand/contract'
import { sendInvitation } from '../../people/invitation.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadCompany } from '../access.ts'
import { freeSlug } from '../slug.ts'
import { createCompany } from './createCompany.ts'

/** A further company; its admin gets an invitation. The sign-in role makes it, because an account comes with it. */
export const platformCreate = handle(
  companies.platformCreate,
  async (inside) => {
    const { platform, tx, record, body, actor } = inside
    const { admin, ...company } = body
    const slug = await freeSlug(platform, company.name)
    const { companyId, personId, accountId } = await createCompany(
      inside,
      { ...company, slug },
      { ...admin, passwordHash: null, isSuperAdmin: false },
      { actorId: null, actorName: actor.name, actorKind: 'platform' },
    )
    const name = `${admin.firstName} ${admin.lastName}`
    await sendInvitation(
      platform,
      { tx, record },
      { id: personId, accountId, email: admin.email, name },
      actor.name,
    )
    const made = await loadCompany(tx, companyId)
    return answer(made, { version: made.version, location: `/platform/companies/${companyId}` })
  },
  { door: 'auth' },
)
