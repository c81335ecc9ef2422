import { people } from '@deskhand/contract'
import { noCompany } from '../../identity/access.ts'
import { identityOf } from '../../identity/identity.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadPerson } from '../access.ts'
import { readMe } from '../queries/me.ts'
import { saveProfile } from '../saveProfile.ts'
import { words } from '../words.ts'

export const updateMe = handle(
  people.updateMe,
  async ({ platform, db, tx, actor, body, ifMatch, record, afterCommit }) => {
    if (actor.companyId === noCompany) throw new Stop('forbidden', words.noPerson)
    const person = await loadPerson({ tx, actor, ifMatch }, actor.id)
    const changes = changesBetween(person, body)
    const fields = Object.keys(changes)
    if (fields.length > 0) {
      await saveProfile(db, actor.companyId, person.id, body)
      record('person.updated', about(person), { fields }, changes)
      afterCommit(() => identityOf(platform).actors.forget(person.id))
    }
    const { body: mine, extra } = await readMe(tx, actor)
    return answer(mine, { ...extra, unchanged: fields.length === 0 })
  },
  { door: 'auth' },
)
