import { needsSetUp } from '../../identity/access.ts'
import { sendInvitation } from '../../people/invitation.ts'
import { locks } from '../../platform/db/locks.ts'
import { transact } from '../../platform/db/transaction.ts'
import { type Origin, openRecord } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { freeSlug } from '../slug.ts'
import { createCompany, type FirstAdmin, type NewCompany } from './createCompany.ts'

type ByHand = Omit<NewCompany, 'slug'> & { admin: Pick<FirstAdmin, 'firstName' | 'lastName' | 'email'> }

/**
 * What `deskhand company create` does: the same as the platform's page, for whoever sits at the machine. The
 * first company's admin also runs the installation, as with the first-run set-up.
 */
export async function createByHand(
  platform: Platform,
  { admin, ...company }: ByHand,
): Promise<{ companyId: string; slug: string }> {
  const slug = await freeSlug(platform, company.name)
  const origin: Origin = { actorId: null, actorName: 'Command line', actorKind: 'platform' }
  const { record, write } = openRecord(() => origin)
  const companyId = await transact(
    platform.pools.auth,
    { companyId: null, personId: null },
    async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [locks.setUp])
      const isFirst = await needsSetUp(tx)
      const created = await createCompany(
        { tx, db: tx.db, record, enter: (whose) => tx.enter(whose) },
        { ...company, slug },
        { ...admin, passwordHash: null, isSuperAdmin: isFirst },
        origin,
      )
      const { personId: id, accountId } = created
      const name = `${admin.firstName} ${admin.lastName}`
      await sendInvitation(platform, { tx, record }, { id, accountId, email: admin.email, name }, 'Deskhand')
      return created.companyId
    },
    write,
  )
  platform.bell.ring('wrote')
  return { companyId, slug }
}
