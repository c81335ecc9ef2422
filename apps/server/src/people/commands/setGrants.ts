import { people } from '@deskhand/contract'
import { identityOf } from '../../identity/identity.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadPerson } from '../access.ts'
import { holdAdmins } from '../admins.ts'
import { readGrants, writeGrants } from '../grants.ts'
import { inOrder } from '../rules.ts'
import { words } from '../words.ts'

/** Replaces the roles of a person; they count from their next request on. */
export const setGrants = handle(people.setGrants, async (inside) => {
  const { platform, tx, actor, params, body, record, afterCommit } = inside
  const { companyId } = actor
  await holdAdmins(tx, actor)
  const person = await loadPerson(inside, params.id)
  const before = await readGrants(tx, companyId, person.id)
  const roles = inOrder(body.roles)
  const staysAdmin = roles.some(({ role }) => role === 'admin')
  if (person.id === actor.id && !staysAdmin) throw new Stop('state', words.notYourself.roles)
  const changes = changesBetween({ roles: before }, { roles })
  if (Object.keys(changes).length === 0) return answer({ data: before }, { unchanged: true })
  await writeGrants(tx, companyId, person.id, roles)
  await tx.run(
    'update app.people set version = version + 1, updated_at = $3 where company_id = $1 and id = $2',
    [companyId, person.id, clock.now()],
  )
  record('person.roles_changed', about(person), { roles }, changes)
  afterCommit(() => identityOf(platform).actors.forget(person.id))
  return answer({ data: roles }, { version: person.version + 1 })
})
