import { people, proofs } from '@deskhand/contract'
import { openAccount } from '../../identity/openAccount.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { mustHaveProved } from '../../platform/http/mustHaveProved.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { about } from '../access.ts'
import { checkManager } from '../checkManager.ts'
import { writeGrants } from '../grants.ts'
import { sendInvitation } from '../invitation.ts'
import { answerPerson } from '../queries/person.ts'
import { words } from '../words.ts'

/**
 * A new person, with the account of their address: the one it has in another company, or a new one. Both
 * look the same from here.
 */
export const create = handle(
  people.create,
  async (inside) => {
    const { platform, tx, actor, body, record } = inside
    const { companyId } = actor
    const roles = body.roles ?? []
    if (roles.length > 0 && !actor.permissions.has('roles.manage'))
      throw new Stop('forbidden', words.mayNotGrant)
    if (roles.length > 0) mustHaveProved(actor, proofs.rights)
    if (body.managerId) await checkManager(tx, companyId, null, body.managerId)
    const now = clock.now()
    const id = newId()
    const name = `${body.firstName} ${body.lastName}`
    const accountId = await openAccount(tx, { email: body.email, name })
    const made = await tx.run(
      `insert into app.people (company_id, id, account_id, email, first_name, last_name, job_title, department, site,
         phone, manager_id, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) on conflict do nothing`,
      [
        companyId,
        id,
        accountId,
        body.email,
        body.firstName,
        body.lastName,
        body.jobTitle ?? null,
        body.department ?? null,
        body.site ?? null,
        body.phone ?? null,
        body.managerId ?? null,
        now,
      ],
    )
    if (made.rowCount === 0) throw await taken(tx, companyId, accountId)
    await tx.run(
      `insert into auth.memberships (company_id, account_id, person_id, state, created_at)
       values ($1, $2, $3, 'INVITED', $4)`,
      [companyId, accountId, id, now],
    )
    await writeGrants(tx, companyId, id, roles)
    const person = { id, accountId, email: body.email, name }
    record('person.created', about(person), {}, roles.length > 0 ? { roles: [[], roles] } : {})
    if (body.sendInvitation) await sendInvitation(platform, inside, person, actor.name)
    return answerPerson(tx, actor, id, { location: `/users/${id}` })
  },
  { door: 'auth' },
)

async function taken(tx: Tx, companyId: string, accountId: string): Promise<Stop> {
  const [person] = await tx.query<{ isRemoved: boolean }>(
    'select deleted_at is not null as "isRemoved" from app.people where company_id = $1 and account_id = $2',
    [companyId, accountId],
  )
  const message = person?.isRemoved ? words.addressRemoved : words.addressTaken
  return new Stop('conflict', message, { errors: [{ pointer: '/email', message }] })
}
