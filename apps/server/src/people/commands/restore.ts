import { people } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadPerson } from '../access.ts'
import { answerPerson } from '../queries/person.ts'
import { writeStanding } from '../standing.ts'
import { words } from '../words.ts'

/** Back as they were: blocked stays blocked, and who had not joined yet needs a new invitation. */
export const restore = handle(
  people.restore,
  async (inside) => {
    const { tx, actor, params, record } = inside
    const person = await loadPerson(inside, params.id, { removed: true })
    if (!person.deletedAt) throw new Stop('state', words.notRemoved(person.name))
    await writeStanding(tx, actor.companyId, person, { state: person.state, deletedAt: null })
    record('person.restored', about(person), {}, changesBetween(person, { deletedAt: null }))
    return answerPerson(tx, actor, person.id)
  },
  { door: 'auth' },
)
