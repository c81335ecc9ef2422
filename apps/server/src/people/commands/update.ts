import { people } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { about, loadPerson } from '../access.ts'
import { checkManager } from '../checkManager.ts'
import { answerPerson } from '../queries/person.ts'
import { saveProfile } from '../saveProfile.ts'

export const update = handle(people.update, async ({ db, tx, actor, params, body, ifMatch, record }) => {
  const person = await loadPerson({ tx, actor, ifMatch }, params.id)
  const changes = changesBetween(person, body)
  const fields = Object.keys(changes)
  if (fields.includes('managerId') && body.managerId)
    await checkManager(tx, actor.companyId, person.id, body.managerId)
  if (fields.length > 0) {
    await saveProfile(db, actor.companyId, person.id, body)
    record('person.updated', about(person), { fields }, changes)
  }
  return answerPerson(tx, actor, person.id, { unchanged: fields.length === 0 })
})
